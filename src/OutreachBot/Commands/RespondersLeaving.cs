using System.CommandLine;
using OutreachBot.Responders;
using OutreachBot.Responders.Pins;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary><c>responders suspend ID [--back]</c>, <c>responders retire ID</c>, <c>responders pin-reset ID</c></summary>
internal static class RespondersLeaving
{
    public static Command Suspend(CommandFrame frame)
    {
        var id = Id();
        var back = new Option<bool>("--back") { Description = "Lets her in again." };
        return frame.Leaf(
            "suspend",
            "Takes one out, and gives what she has to others: her phone is in other hands, or she asked for it.",
            run => SuspendAsync(run, run.Parsed.GetRequiredValue(id), !run.Parsed.GetValue(back)),
            id, back);
    }

    public static Command Retire(CommandFrame frame)
    {
        var id = Id();
        return frame.Leaf(
            "retire",
            "Takes one off file for good, and gives what she has to others. Nothing brings her row or her key back.",
            run => RetireAsync(run, run.Parsed.GetRequiredValue(id)),
            id);
    }

    public static Command ResetPin(CommandFrame frame)
    {
        var id = Id();
        return frame.Leaf(
            "pin-reset",
            "Takes a forgotten PIN back: her next case has her choose another. The audit tells of it.",
            run => ResetPinAsync(run, run.Parsed.GetRequiredValue(id)),
            id);
    }

    private static Argument<string> Id() => new("ID") { Description = "As 'responders list' shows it: r_ and 32 digits." };

    private static async Task<int> SuspendAsync(CommandRun run, string text, bool suspended)
    {
        if (!ResponderId.TryParse(text, out var id))
        {
            return await NoIdAsync(run);
        }
        await using var host = await run.OpenHostAsync();
        var suspension = new Suspension(host.Services, id, suspended);
        if (!await suspension.ApplyAsync(run.Cancellation))
        {
            return await NobodyAsync(run);
        }
        await run.SayAsync(suspended
            ? "She is out: nothing is sent to her, and from now on her phone is a stranger's."
            : "She is in again, and is asked when something fits her.");
        await TellAsync(run, suspended, suspension.LeftToServer);
        return ExitCode.Done;
    }

    private static async Task<int> ResetPinAsync(CommandRun run, string text)
    {
        if (!ResponderId.TryParse(text, out var id))
        {
            return await NoIdAsync(run);
        }
        await using var host = await run.OpenHostAsync();
        var reset = host.Services.GetRequiredService<PinReset>();
        if (!await host.Services.GetRequiredService<ITransactions>().RunAsync(unit => reset.Apply(unit, id), run.Cancellation))
        {
            return await NobodyAsync(run);
        }
        await run.SayAsync("It is taken back. Make sure that the phone is in her hands: whoever holds it at her next case chooses the new one.");
        return ExitCode.Done;
    }

    private static async Task<int> RetireAsync(CommandRun run, string text)
    {
        if (!ResponderId.TryParse(text, out var id))
        {
            return await NoIdAsync(run);
        }
        await using var host = await run.OpenHostAsync();
        var retirement = new Retirement(host.Services, id);
        if (!await retirement.ApplyAsync(run.Cancellation))
        {
            if (!retirement.IsLastKey)
            {
                return await NobodyAsync(run);
            }
            await run.SayAsync("Hers is the only coordinator's key: without it tips are opened with the recovery sheet alone. Give another one a key first (users add), or suspend her.");
            return ExitCode.Refused;
        }
        await run.SayAsync("She is off file for good.");
        await TellAsync(run, gaveBack: true, retirement.LeftToServer);
        return ExitCode.Done;
    }

    private static async Task<int> NoIdAsync(CommandRun run)
    {
        await run.SayAsync("That is no responder's id. 'responders list' shows them.");
        return ExitCode.Refused;
    }

    private static async Task<int> NobodyAsync(CommandRun run)
    {
        await run.SayAsync("Nobody has that id. 'responders list' shows them.");
        return ExitCode.Refused;
    }

    private static async Task TellAsync(CommandRun run, bool gaveBack, bool leftToServer)
    {
        if (gaveBack)
        {
            await run.SayAsync(leftToServer
                ? "What she had is given to others by the running server: the flows can't be read from here, say where with --flows DIR."
                : "What she had has gone to others.");
        }
    }
}
