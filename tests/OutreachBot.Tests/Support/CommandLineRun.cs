using System.Text;
using OutreachBot.Commands;

namespace OutreachBot.Tests.Support;

/// <summary>What a command left behind.</summary>
internal sealed record CommandOutcome(int ExitCode, string Out, string Error)
{
    /// <summary>The lines of data.</summary>
    public string[] Lines => Out.Length == 0 ? [] : Out[..^1].Split('\n');
}

/// <summary>Runs a command as from a shell, in this process.</summary>
internal static class CommandLineRun
{
    public static Task<CommandOutcome> RunAsync(params string[] args) => RunAsync([], args);

    public static async Task<CommandOutcome> RunAsync(byte[] input, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var terminal = new Terminal(new MemoryStream(input), output, error, isInteractive: false);
        var code = await CommandLine.RunAsync(args, terminal);
        await terminal.DisposeAsync();
        return new CommandOutcome(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
