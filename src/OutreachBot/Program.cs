using OutreachBot.Commands;

namespace OutreachBot;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        await using var terminal = Terminal.OfProcess();
        return await CommandLine.RunAsync(args, terminal);
    }
}
