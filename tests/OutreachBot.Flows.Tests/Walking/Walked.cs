using OutreachBot.Flows.Chats;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Flows.Texting;
using OutreachBot.Flows.Walking;

namespace OutreachBot.Flows.Tests.Walking;

/// <summary>The smallest book that can be walked without a fault: a greeting, help in danger, a person; and one flow laid into it, begun by "aprender".</summary>
internal static class Walked
{
    private static readonly Dictionary<string, string> Base = new(StringComparer.Ordinal)
    {
        ["shared/es.yaml"] = SharedWords("yes_no", "1 si 2 no").Text,
        ["shared/keywords.yaml"] = File.ReadAllText(Path.Combine(Repository.Flows, "shared", "keywords.yaml")),
        ["welcome/flow.yaml"] = "flow: welcome\nabout: x\nstarts_on: [hello]\nfirst: hi\nstates:\n  hi: {say: hi, ends: true}\n",
        ["welcome/es.yaml"] = "language: es\nprompts:\n  hi: Hola\n",
        ["danger/flow.yaml"] = """
            flow: danger
            about: x
            interrupts_on: [danger]
            first: offer
            states:
              offer: {ask: yes_no, yes: alert, no: end}
              alert: {do: raise_alert, then: {told: told, not_told: end}}
              told: {say: told, ends: true}
            """,
        ["danger/es.yaml"] = "language: es\nprompts:\n  offer: \"Avisamos? {yes_no}\"\n  told: {text: Avisamos, claims: told}\n",
        ["person/flow.yaml"] = """
            flow: person
            about: x
            interrupts_on: [person]
            first: agree
            states:
              agree: {ask: yes_no, yes: ask, no: end}
              ask: {do: ask_person, then: end}
            """,
        ["person/es.yaml"] = "language: es\nprompts:\n  agree: \"Le llaman? {yes_no}\"\n",
    };

    /// <summary>A book with a flow 'probe' of these states.</summary>
    /// <param name="head">Lines before <c>states:</c>, beside name and first state <c>a</c>.</param>
    public static FlowBook Probe(string states, string prompts, string head = "") => Book(
        ("probe/flow.yaml", $"flow: probe\nabout: x\nfirst: a\nstarts_on: [learn]\n{Lines(head, "")}states:\n{Lines(states, "  ")}"),
        ("probe/es.yaml", $"language: es\nprompts:\n{Lines(prompts, "  ")}"));

    /// <summary>Shared prompts that say their own names, one of them its words.</summary>
    public static (string Path, string Text) SharedWords(string prompt, string words) =>
        ("shared/es.yaml", "language: es\nprompts:\n" + string.Concat(SharedPrompts.All.Select(p => $"  {p}: \"{(p == prompt ? words : p)}\"\n")));

    /// <param name="files">By path; they replace those of the smallest book.</param>
    public static FlowBook Book(params (string Path, string Text)[] files)
    {
        var book = new Dictionary<string, string>(Base, StringComparer.Ordinal);
        foreach (var (path, text) in files)
        {
            book[path] = text;
        }
        var loaded = FlowBookLoader.Load(book);
        Assert.Empty(loaded.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.ToString()));
        return loaded.Book!;
    }

    public static WalkReport Walk(FlowBook book, string language = "es", ChannelKind channel = ChannelKind.Sms, int limit = WalkSettings.DefaultMostStates) =>
        FlowWalk.Run(
            book, new WalkSettings(LanguageTag.TryParse(language, out var tag) ? tag : null, channel, limit, Workers: 1), TestContext.Current.CancellationToken);

    /// <summary>The findings of one code; each is shown by a transcript that says what is answered now.</summary>
    public static List<WalkFinding> Find(string code, FlowBook book, string language = "es", ChannelKind channel = ChannelKind.Sms)
    {
        var found = Walk(book, language, channel).Findings.Where(f => f.Diagnostic.Code == code).ToList();
        Assert.All(found, f => Replays(book, f));
        return found;
    }

    /// <summary>The one finding of its code.</summary>
    public static WalkFinding Single(string code, FlowBook book, string language = "es", ChannelKind channel = ChannelKind.Sms) =>
        Assert.Single(Find(code, book, language, channel));

    private static void Replays(FlowBook book, WalkFinding finding)
    {
        var file = ChatFile.Parse("walk.chat", finding.Chat);
        Assert.Empty(file.Diagnostics);
        var result = ChatRunner.Run(book, file);
        Assert.True(result.Passed, result.Difference());
        Assert.Contains(file.Turns, t => t.Says.Count + t.Effects.Count > 0 || t.Stimulus is Passes);
    }

    private static string Lines(string text, string indent) =>
        string.Concat(text.Split('\n').Where(l => l.Trim().Length > 0).Select(l => $"{indent}{l.TrimEnd()}\n"));
}
