using System.CommandLine;

namespace OutreachBot.Commands;

/// <summary><c>sms measure [--fold]</c></summary>
internal static class SmsCommands
{
    public static Command Create(CommandFrame frame) => new("sms", "What a text costs as SMS.");
}
