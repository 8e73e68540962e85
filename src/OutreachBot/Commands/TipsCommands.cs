using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OutreachBot.Alerts.Duplicates;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Starting;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary><c>tips list</c>, its siblings, and <c>tips open ID --reason R [--media DIR] [--passphrase-file F]</c></summary>
internal static class TipsCommands
{
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(CommandFrame frame)
    {
        var id = new Argument<string>("ID") { Description = "As 'tips list' gives it." };
        var reason = new Option<string>("--reason") { Description = "Why; it is kept in the audit.", HelpName = "R", Required = true };
        reason.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("--reason has to say why.");
            }
        });
        var media = new Option<string>("--media") { Description = "Writes its voice messages and pictures there, for you alone to read.", HelpName = "DIR" };
        var passphraseFile = PassphraseInput.Option();
        return new Command("tips", "The tips: routing facts for everybody, words for who has a key.")
        {
            frame.Leaf("list", "One JSON line a tip; never words.", ListAsync),
            TipsPurgeCommand.Create(frame),
            frame.Leaf(
                "duplicates",
                "One JSON line for two tips that may be one matter: ids, points, what a coordinator said; never words.",
                DuplicatesAsync),
            frame.Leaf(
                "open",
                "Opens one with your passphrase; it is written into the audit.",
                run => OpenAsync(
                    run, run.Parsed.GetRequiredValue(id), run.Parsed.GetRequiredValue(reason), run.Parsed.GetValue(media), run.Parsed.GetValue(passphraseFile)),
                id, reason, media, passphraseFile),
        };
    }

    private static async Task<int> ListAsync(CommandRun run)
    {
        await using var host = await run.OpenHostAsync();
        var tips = host.Services.GetRequiredService<ITipStore>();
        var all = await host.Services.GetRequiredService<ITransactions>().RunAsync(tips.All, run.Cancellation);
        foreach (var tip in all.OrderBy(t => t.Hour).ThenBy(t => t.Id.ToString(), StringComparer.Ordinal))
        {
            await JsonLines.WriteAsync(run, new
            {
                Id = tip.Id.ToString(),
                Hour = tip.Hour.UtcDateTime.ToString("yyyy-MM-dd'T'HH':00:00Z'"),
                tip.Municipality,
                tip.Kind,
                Urgency = tip.Urgency.ToString().ToLowerInvariant(),
                State = tip.State.ToString().ToLowerInvariant(),
            });
        }
        return ExitCode.Done;
    }

    private static async Task<int> DuplicatesAsync(CommandRun run)
    {
        await using var host = await run.OpenHostAsync();
        var (sight, store) = (host.Services.GetRequiredService<LikeSight>(), host.Services.GetRequiredService<ILikenessStore>());
        var pairs = await host.Services.GetRequiredService<ITransactions>().RunAsync(
            unit => sight.Pairs(unit).Select(p => (Pair: p, First: store.DuplicateOf(unit, p.First), Second: store.DuplicateOf(unit, p.Second))).ToList(),
            run.Cancellation);
        foreach (var (pair, first, second) in pairs)
        {
            await JsonLines.WriteAsync(run, new
            {
                First = pair.First.ToString(),
                Second = pair.Second.ToString(),
                Score = pair.Likeness.Total,
                Reasons = new { pair.Likeness.Place, pair.Likeness.Time, pair.Likeness.Kind },
                Verdict = pair.Verdict.ToString().ToLowerInvariant(),
                Closed = first == pair.Second ? pair.First.ToString() : second == pair.First ? pair.Second.ToString() : null,
            });
        }
        return ExitCode.Done;
    }

    private static async Task<int> OpenAsync(CommandRun run, string text, string reason, string? mediaDirectory, string? passphraseFile)
    {
        await using var host = await run.OpenHostAsync();
        if (!TipId.TryParse(text, out var id))
        {
            throw new StartRefusedException("That is no tip's id: it has to be 32 hexadecimal digits, as 'tips list' gives them.");
        }
        var passphrase = await PassphraseInput.TakeAsync(run, passphraseFile, confirm: false);
        using var keys = await host.Services.GetRequiredService<KeyUnlocking>().UnlockAsync(passphrase, run.Cancellation)
            ?? throw new StartRefusedException(await WhyLockedAsync(run, host.Services));
        var opener = host.Services.GetRequiredService<TipOpener>();
        switch (await opener.OpenAsync(id, keys, reason, run.Cancellation))
        {
            case TipOpening.Opened opened:
                var media = new MediaFolder(mediaDirectory);
                var attached = new JsonArray();
                foreach (var medium in opened.Media)
                {
                    attached.Add(await media.WriteAsync(run, medium, () => opener.OpenAsync(medium, keys, run.Cancellation)));
                }
                await run.Terminal.Out.WriteLineAsync(new JsonObject
                {
                    ["id"] = opened.Id.ToString(),
                    ["parts"] = new JsonArray([.. opened.Parts]),
                    ["media"] = attached,
                }.ToJsonString(Format));
                return ExitCode.Done;
            case TipOpening.Unknown:
                throw new StartRefusedException("There is no tip with that id; it may have been withdrawn, or its time is over. Nothing was opened.");
            case TipOpening.NotForHer:
                throw new StartRefusedException(
                    "This tip is not sealed to your key: it was sealed before the key was made, or you were kept away from it. Nothing was opened.");
            default:
                throw new StartRefusedException("A seal of this tip is damaged, and nothing was opened. A backup may have it whole.");
        }
    }

    private static async Task<string> WhyLockedAsync(CommandRun run, IServiceProvider services)
    {
        var recipients = services.GetRequiredService<Recipients>();
        var ring = await services.GetRequiredService<ITransactions>().RunAsync(recipients.Get, run.Cancellation);
        return ring.All.Any(r => r.Wrapped is not null)
            ? "The passphrase opens no key. Nothing was opened."
            : "Nobody has a key yet. Run 'keys new' first: it takes over the tips that came before.";
    }
}
