using System.CommandLine;
using OutreachBot.Responders;
using OutreachBot.Starting;
using OutreachBot.Tips;

namespace OutreachBot.Commands;

/// <summary><c>tips refer ID --to USER --reason R [--passphrase-file F]</c></summary>
internal static class TipsReferCommand
{
    public static Command Create(CommandFrame frame)
    {
        var id = new Argument<string>("ID") { Description = "As 'tips list' gives it." };
        var to = new Option<string>("--to") { Description = "The coordinator who is to open it too (r_…).", HelpName = "USER", Required = true };
        var reason = TipsOpenCommand.Reason();
        var passphraseFile = PassphraseInput.Option();
        return frame.Leaf(
            "refer",
            "With your passphrase: seals one tip to another coordinator too, whose key is newer than it. It is written into the audit.",
            run => ReferAsync(run, run.Parsed.GetRequiredValue(id), run.Parsed.GetRequiredValue(to), run.Parsed.GetRequiredValue(reason), run.Parsed.GetValue(passphraseFile)),
            id, to, reason, passphraseFile);
    }

    private static async Task<int> ReferAsync(CommandRun run, string text, string toText, string reason, string? passphraseFile)
    {
        await using var host = await run.OpenHostAsync();
        if (!TipId.TryParse(text, out var id))
        {
            throw new StartRefusedException("That is no tip's id: it has to be 32 hexadecimal digits, as 'tips list' gives them.");
        }
        if (!ResponderId.TryParse(toText, out var to))
        {
            throw new StartRefusedException("--to is no coordinator's id. See 'responders list' for their ids.");
        }
        using var keys = await new KeyInput(run, host.Services).UnlockAsync(passphraseFile);
        var referring = await host.Services.GetRequiredService<TipReferral>().ReferAsync(id, keys, to, reason, run.Cancellation);
        if (referring is TipReferring.Again)
        {
            await run.SayAsync("It was referred to her before, and is sealed to her key of now once more.");
            return ExitCode.Done;
        }
        if (referring is not TipReferring.Done)
        {
            throw new StartRefusedException(WhyNot(referring));
        }
        await run.SayAsync("It is sealed to her key too. The line tells her nothing of it: give her the id yourself, and not over the line.");
        return ExitCode.Done;
    }

    private static string WhyNot(TipReferring referring) => referring switch
    {
        TipReferring.Unknown => "There is no tip with that id; it may have been withdrawn, or its time is over. Nothing was referred.",
        TipReferring.Over => "This tip is closed or withdrawn: nobody is to act on it any more. Nothing was referred.",
        TipReferring.NotForHer =>
            "This tip is not sealed to your key: it was sealed before the key was made, or you were kept away from it. Nothing was referred.",
        TipReferring.Herself => "She is the one who signs in, and can open it already. Nothing was changed.",
        TipReferring.NoCoordinator => "--to names no coordinator on file who works: tips are referred to coordinators only. Nothing was referred.",
        TipReferring.NoKey => "She is a coordinator without a key in use. 'users add --responder R' gives her one. Nothing was referred.",
        TipReferring.KeptAway => "She is kept away from this tip, by who told it or by her own word, and stays so. Nothing was referred.",
        TipReferring.Changed => "The tip changed at this moment, and nothing was referred. Start again.",
        _ => "A seal of this tip is damaged, and nothing was referred. A backup may have it whole.",
    };
}
