using System.CommandLine;
using System.CommandLine.Parsing;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Texting;
using OutreachBot.Flows.Walking;

namespace OutreachBot.Commands;

/// <summary>
/// <c>flows walk [FLOW] [--lang L] [--channel C] [--limit N] [--json]</c>: walks every path with the real engine; exit 1 where a
/// fault is found, each with the conversation that shows it.
/// </summary>
internal static class FlowsWalkCommand
{
    private static readonly Argument<string?> Flow = new("FLOW") { Description = "Say only what concerns this flow.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string?> Lang = CreateLang();

    private static readonly Option<string?> Channel = CreateChannel();

    private static readonly Option<int> Limit = CreateLimit();

    private static readonly Option<bool> Json = new("--json") { Description = "JSON Lines on stdout instead of words for people." };

    public static Command Create(CommandFrame frame) =>
        frame.Leaf("walk", "Walk every path in every language and channel.", RunAsync, Flow, Lang, Channel, Limit, Json);

    private static async Task<int> RunAsync(CommandRun run)
    {
        var loaded = FlowBookLoader.Load(run.Flows.Path);
        foreach (var fault in loaded.Diagnostics.Where(d => d.Severity == Severity.Error))
        {
            await run.SayAsync(fault.ToString());
        }
        if (loaded.Book is not { } book)
        {
            return ExitCode.Refused;
        }
        var flow = run.Parsed.GetValue(Flow);
        if (flow is not null && !book.Flows.ContainsKey(flow))
        {
            await run.SayAsync($"There is no flow '{flow}'. Known: {string.Join(", ", book.Flows.Keys.Order(StringComparer.Ordinal))}.");
            return ExitCode.Refused;
        }
        var report = FlowWalk.Run(book, Settings(run), run.Cancellation);
        if (report.Worlds.Count == 0)
        {
            await run.SayAsync($"No flow has words in '{run.Parsed.GetValue(Lang)}': there is nothing to walk.");
            return ExitCode.Refused;
        }
        var findings = report.Findings.Where(f => flow is null || IsOf(f.Diagnostic.Spot.File, flow)).ToList();
        var table = new WalkTable(report, findings, flow);
        await (run.Parsed.GetValue(Json) ? table.WriteAsync(run) : table.SayAsync(run));
        return findings.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static WalkSettings Settings(CommandRun run) => new(
        run.Parsed.GetValue(Lang) is { } language ? LanguageOption.Of(language) : null,
        run.Parsed.GetValue(Channel) switch { "sms" => ChannelKind.Sms, "whatsapp" => ChannelKind.WhatsApp, _ => null },
        run.Parsed.GetValue(Limit),
        Environment.ProcessorCount);

    private static bool IsOf(string file, string flow) =>
        file.StartsWith($"flows/{flow}/", StringComparison.Ordinal) || file.StartsWith("flows/shared/", StringComparison.Ordinal) || file == "flows";

    private static Option<string?> CreateLang()
    {
        var option = new Option<string?>("--lang") { Description = "Only this language.", HelpName = "LANG" };
        option.AcceptOnlyFromAmong([.. LanguageTag.WithFlows.Select(l => l.ToString())]);
        return option;
    }

    private static Option<string?> CreateChannel()
    {
        var option = new Option<string?>("--channel") { Description = "Only this channel: sms or whatsapp.", HelpName = "CHANNEL" };
        option.AcceptOnlyFromAmong("sms", "whatsapp");
        return option;
    }

    private static Option<int> CreateLimit()
    {
        var option = new Option<int>("--limit")
        {
            Description = "States at most for one person in one language and channel; what lies beyond is counted.",
            HelpName = "N",
            DefaultValueFactory = _ => WalkSettings.DefaultMostStates,
        };
        option.Validators.Add(AtLeastOne);
        return option;
    }

    private static void AtLeastOne(OptionResult result)
    {
        if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var number) && number > 0))
        {
            result.AddError("--limit takes a number from 1.");
        }
    }
}
