using System.CommandLine;

namespace OutreachBot.Commands;

/// <summary><c>flows …</c>: what authors of flows do with them.</summary>
internal static class FlowsCommands
{
    public static Command Create(CommandFrame frame) => new("flows", "Check and try out what the bot says.")
    {
        FlowsLintCommand.Create(frame),
        FlowsCostCommand.Create(frame),
        FlowsTestCommand.Create(frame),
        FlowsWalkCommand.Create(frame),
        FlowsGraphCommand.Create(frame),
        FlowsAudioCommand.Create(frame),
    };
}
