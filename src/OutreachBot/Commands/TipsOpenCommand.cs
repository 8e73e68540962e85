using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OutreachBot.Starting;
using OutreachBot.Tips;

namespace OutreachBot.Commands;

/// <summary><c>tips open ID … --reason R [--media DIR] [--passphrase-file F] [--second USER]</c></summary>
/// <remarks>One tip is a case; many at once are a collection, and take two people.</remarks>
internal static class TipsOpenCommand
{
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(CommandFrame frame)
    {
        var ids = new Argument<string[]>("ID") { Description = "As 'tips list' gives it. Several take two people.", Arity = ArgumentArity.OneOrMore };
        var reason = Reason();
        var media = new Option<string>("--media") { Description = "Writes its voice messages and pictures there, for you alone to read.", HelpName = "DIR" };
        var passphraseFile = PassphraseInput.Option();
        var second = new SecondPerson(required: false);
        return frame.Leaf(
            "open",
            "Opens one with your passphrase, or several with two people's; each is written into the audit.",
            run => OpenAsync(run, second, new Request(
                run.Parsed.GetRequiredValue(ids), run.Parsed.GetRequiredValue(reason), run.Parsed.GetValue(media), run.Parsed.GetValue(passphraseFile))),
            [ids, reason, media, passphraseFile, .. second.Options]);
    }

    /// <summary>A new one each time: an option belongs to one command.</summary>
    public static Option<string> Reason()
    {
        var reason = new Option<string>("--reason") { Description = "Why; it is kept in the audit.", HelpName = "R", Required = true };
        reason.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("--reason has to say why.");
            }
        });
        return reason;
    }

    private static async Task<int> OpenAsync(CommandRun run, SecondPerson second, Request request)
    {
        await using var host = await run.OpenHostAsync();
        var ids = request.Ids.Distinct(StringComparer.Ordinal).Select(text => TipId.TryParse(text, out var id)
            ? id
            : throw new StartRefusedException("That is no tip's id: it has to be 32 hexadecimal digits, as 'tips list' gives them.")).ToList();
        if (ids.Count > 1 && !second.IsNamed(run))
        {
            throw new StartRefusedException("Several tips at once take two people: name the other coordinator with --second USER. Nothing was opened.");
        }
        using var keys = second.IsNamed(run)
            ? (await second.AgreeAsync(run, host.Services, request.PassphraseFile)).Keys
            : await new KeyInput(run, host.Services).UnlockAsync(request.PassphraseFile);
        var opener = host.Services.GetRequiredService<TipOpener>();
        var media = new MediaFolder(request.MediaDirectory);
        var refused = new List<string>();
        foreach (var id in ids)
        {
            var opening = await opener.OpenAsync(id, keys, request.Reason, run.Cancellation);
            if (opening is TipOpening.Opened opened)
            {
                await WriteAsync(run, opened, media, medium => opener.OpenAsync(medium, keys, run.Cancellation));
            }
            else
            {
                refused.Add(ids.Count == 1 ? WhyNot(opening) : $"{id}: {WhyNot(opening)}");
            }
        }
        return refused.Count == 0 ? ExitCode.Done : throw new StartRefusedException([.. refused]);
    }

    private static async Task WriteAsync(CommandRun run, TipOpening.Opened opened, MediaFolder media, Func<TipMedium, Task<byte[]?>> open)
    {
        var attached = new JsonArray();
        foreach (var medium in opened.Media)
        {
            attached.Add(await media.WriteAsync(run, medium, () => open(medium)));
        }
        if (media.IsWanted && opened.Media.Count == 0)
        {
            await run.SayAsync("No voice or picture is in it, and no file was written.");
        }
        await run.Terminal.Out.WriteLineAsync(new JsonObject
        {
            ["id"] = opened.Id.ToString(),
            ["parts"] = new JsonArray([.. opened.Parts]),
            ["media"] = attached,
        }.ToJsonString(Format));
    }

    private static string WhyNot(TipOpening opening) => opening switch
    {
        TipOpening.Unknown => "There is no tip with that id; it may have been withdrawn, or its time is over. Nothing was opened.",
        TipOpening.Withdrawn => "It was withdrawn by who told it: nothing is left to read.",
        TipOpening.NotForHer =>
            "This tip is not sealed to your key: it was sealed before the key was made, or you were kept away from it. Nothing was opened.",
        _ => "A seal of this tip is damaged, and nothing was opened. A backup may have it whole.",
    };

    private sealed record Request(string[] Ids, string Reason, string? MediaDirectory, string? PassphraseFile)
    {
        public override string ToString() => "[opening]";
    }
}
