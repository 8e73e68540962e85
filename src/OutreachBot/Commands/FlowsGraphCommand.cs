using System.CommandLine;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Graphs;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;

namespace OutreachBot.Commands;

/// <summary>
/// <c>flows graph [FLOW] [--lang L] [--out DIR]</c>: Mermaid on stdout; both Mermaid and SVG, in every language a flow has, as
/// files.
/// </summary>
internal static class FlowsGraphCommand
{
    public static Command Create(CommandFrame frame)
    {
        var flow = new Argument<string?>("FLOW") { Description = "Only this flow.", Arity = ArgumentArity.ZeroOrOne };
        var language = LanguageOption.Create("--lang", "The language drawn on stdout; Spanish unless said.");
        var folder = new Option<string?>("--out") { Description = "Where the files go; 'graphs' in the data directory unless said.", HelpName = "DIR" };
        return frame.Leaf("graph", "Draw the flows (Mermaid and SVG).", run => RunAsync(run, flow, language, folder), flow, language, folder);
    }

    private static async Task<int> RunAsync(CommandRun run, Argument<string?> argument, Option<string> lang, Option<string?> folder)
    {
        var flow = run.Parsed.GetValue(argument);
        var loaded = FlowBookLoader.Load(run.Flows.Path);
        if (loaded.Book is not { } book)
        {
            foreach (var fault in loaded.Diagnostics.Where(d => d.Severity == Severity.Error))
            {
                await run.SayAsync(fault.ToString());
            }
            return ExitCode.Refused;
        }
        if (flow is not null && !book.Flows.ContainsKey(flow))
        {
            await run.SayAsync($"There is no flow '{flow}'. Known: {string.Join(", ", book.Flows.Keys.Order(StringComparer.Ordinal))}.");
            return ExitCode.Refused;
        }
        var target = Directory.CreateDirectory(Path.GetFullPath(run.Parsed.GetValue(folder) ?? Path.Combine(run.Data.Path, "graphs")));
        foreach (var drawn in book.Flows.Values.Where(f => flow is null || f.Name == flow).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            await DrawAsync(run, book, drawn, LanguageOption.Of(run.Parsed.GetValue(lang)), target.FullName);
        }
        return ExitCode.Done;
    }

    private static async Task DrawAsync(CommandRun run, FlowBook book, FlowDefinition flow, LanguageTag shown, string folder)
    {
        await run.Terminal.Out.WriteLineAsync($"%% {flow.Name}, {shown}");
        await run.Terminal.Out.WriteAsync(FlowGraph.Mermaid(book.Compile(flow.Name, shown)));
        foreach (var language in flow.Layers.Keys.OrderBy(l => l.ToString(), StringComparer.Ordinal))
        {
            var compiled = book.Compile(flow.Name, language);
            var path = Path.Combine(folder, $"{flow.Name}.{language}");
            await File.WriteAllTextAsync(path + ".mmd", FlowGraph.Mermaid(compiled), run.Cancellation);
            await File.WriteAllTextAsync(path + ".svg", FlowGraph.Svg(compiled), run.Cancellation);
            await run.SayAsync($"Drawn: {path}.svg and .mmd");
        }
    }
}
