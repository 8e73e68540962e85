using System.CommandLine;
using OutreachBot.Privacy.Age;
using OutreachBot.Starting;
using OutreachBot.Tips.Export;

namespace OutreachBot.Commands;

/// <summary><c>tips export FILE --second USER --reason R (--to RECIPIENT … | --plain) [--stories]</c></summary>
internal static class TipsExportCommand
{
    public static Command Create(CommandFrame frame)
    {
        var file = new Argument<string>("FILE") { Description = "A new file; nobody else on this machine may read it." };
        var second = new SecondPerson(required: true);
        var passphraseFile = PassphraseInput.Option();
        var reason = TipsOpenCommand.Reason();
        var to = new Option<string[]>("--to") { Description = "Who is to open it: an age recipient (age1…), as 'age-keygen' makes one.", HelpName = "RECIPIENT" };
        var plain = new Option<bool>("--plain") { Description = "Unsealed: whoever has the file reads it." };
        var stories = new Option<bool>("--stories") { Description = "With what was told, as far as the two can open it; sealed only." };
        var command = frame.Leaf(
            "export",
            "Writes tips as a CSV of HTCDS 2.0, sealed to a recipient. It takes two coordinators, and is written into the audit.",
            run => ExportAsync(run, second, new Request(
                run.Parsed.GetRequiredValue(file), run.Parsed.GetRequiredValue(reason), run.Parsed.GetValue(passphraseFile),
                run.Parsed.GetValue(to) ?? [], run.Parsed.GetValue(stories))),
            [file, .. second.Options, passphraseFile, reason, to, plain, stories]);
        command.Validators.Add(result =>
        {
            if (result.GetValue(to) is { Length: > 0 } == result.GetValue(plain))
            {
                result.AddError("Write --to RECIPIENT to have it sealed, or --plain.");
            }
            else if (result.GetValue(plain) && result.GetValue(stories))
            {
                result.AddError("Stories are exported sealed only: write --to RECIPIENT instead of --plain.");
            }
        });
        return command;
    }

    private static async Task<int> ExportAsync(CommandRun run, SecondPerson second, Request request)
    {
        NewFile.RefuseIfTaken(request.File);
        var recipients = request.To.Select(text => AgeRecipient.TryParse(text, out var recipient)
            ? recipient
            : throw new StartRefusedException("--to: that is no age recipient. One begins with age1, and 'age-keygen' makes it.")).ToList();
        await using var host = await run.OpenHostAsync();
        using var release = await second.AgreeAsync(run, host.Services, request.PassphraseFile);
        await using var file = NewFile.Create(request.File);
        var sheet = await host.Services.GetRequiredService<TipExport>().TakeAsync(release.Keys, request.Stories, request.Reason, run.Cancellation);
        await NewFile.WriteAsync(file, request.File, recipients.Count == 0 ? sheet.Csv : AgeFile.Seal(sheet.Csv, recipients), run.Cancellation);
        await JsonLines.WriteAsync(run, new { sheet.Exported, sheet.Stories, Sealed = recipients.Count > 0 });
        await run.SayAsync(recipients.Count > 0
            ? $"Written to {request.File}. It opens with: age --decrypt --identity KEY {request.File}"
            : $"Written to {request.File}, unsealed, for its owner's eyes alone. Delete it when it has served.");
        return ExitCode.Done;
    }

    private sealed record Request(string File, string Reason, string? PassphraseFile, string[] To, bool Stories)
    {
        public override string ToString() => "[export]";
    }
}
