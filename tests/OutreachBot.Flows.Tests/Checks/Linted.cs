using OutreachBot.Flows.Checks;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Loading;

namespace OutreachBot.Flows.Tests.Checks;

/// <summary>The smallest books that load, with one flow laid into them.</summary>
internal static class Linted
{
    private static readonly Dictionary<string, string> Base = new(StringComparer.Ordinal)
    {
        ["shared/es.yaml"] = "language: es\nprompts:\n" + string.Concat(SharedPrompts.All.Select(p => $"  {p}: \"x\"\n")),
        ["shared/keywords.yaml"] = """
            concepts:
              danger: {es: [peligro]}
              stop: {es: [alto]}
              erase: {es: [borrar]}
              help: {es: [ayuda]}
              hello: {es: [hola]}
            """,
        ["welcome/flow.yaml"] = "flow: welcome\nabout: x\nstarts_on: [hello]\nfirst: hi\nstates:\n  hi: {say: hi, ends: true}\n",
        ["welcome/es.yaml"] = "language: es\nprompts:\n  hi: Hola\n",
    };

    /// <summary>The faults of one code that a book has, once it loads.</summary>
    /// <param name="files">By path; they replace those of the base.</param>
    public static List<Diagnostic> Find(string code, params (string Path, string Text)[] files)
    {
        var loaded = Load(files);
        Assert.Empty(loaded.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.ToString()));
        return [.. FlowLinter.Lint(loaded.Book!).Where(d => d.Code == code)];
    }

    /// <summary>The book itself.</summary>
    public static FlowBook Book(string head, string states, string prompts) =>
        Load([("probe/flow.yaml", Shape(head, states)), ("probe/es.yaml", Words(prompts))]).Book!;

    /// <summary>What the loader itself finds.</summary>
    public static IReadOnlyList<Diagnostic> LoadFaults(string head, string states, string prompts) =>
        Load([("probe/flow.yaml", Shape(head, states)), ("probe/es.yaml", Words(prompts))]).Diagnostics;

    /// <summary>A flow 'probe' of these states, each prompt with one word.</summary>
    /// <param name="head">Lines before <c>states:</c>, beside name and first state.</param>
    public static List<Diagnostic> Find(string code, string head, string states, string prompts, params (string Path, string Text)[] more) =>
        Find(code, [.. more, ("probe/flow.yaml", Shape(head, states)), ("probe/es.yaml", Words(prompts))]);

    public static string Shape(string head, string states) => $"flow: probe\nabout: x\n{Lines(head, "")}states:\n{Lines(states, "  ")}";

    public static string Words(string prompts, string language = "es") => $"language: {language}\nprompts:\n{Lines(prompts, "  ")}";

    private static LoadResult Load((string Path, string Text)[] files)
    {
        var book = new Dictionary<string, string>(Base, StringComparer.Ordinal);
        foreach (var (path, text) in files)
        {
            book[path] = text;
        }
        return FlowBookLoader.Load(book);
    }

    private static string Lines(string text, string indent) =>
        string.Concat(text.Split('\n').Where(l => l.Trim().Length > 0).Select(l => $"{indent}{l.TrimEnd()}\n"));
}
