using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Chats;

/// <summary>A transcript that is a test: what is sent, and what must come of it. See docs/flow-language.md.</summary>
/// <param name="Path">As it is called in diagnostics: <c>flows/report/chats/es/story_first.chat</c>.</param>
/// <param name="Lines">The file as it stands, for rewriting.</param>
/// <param name="Diagnostics">What could not be read; a file with any isn't run.</param>
public sealed record ChatFile(
    string Path,
    ChatSettings Settings,
    IReadOnlyList<ChatTurn> Turns,
    IReadOnlyList<string> Lines,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Reads a transcript; what is wrong with it comes as diagnostics, never as an exception.</summary>
    public static ChatFile Parse(string path, string text) => new ChatParser(path, text).Parse();

    /// <summary>All transcripts below a folder of flows, ordered by path.</summary>
    /// <param name="flow">Only this flow's; null: all.</param>
    public static IReadOnlyList<ChatFile> LoadAll(string flowsDirectory, string? flow = null)
    {
        var files = new List<ChatFile>();
        var root = new DirectoryInfo(flow is null ? flowsDirectory : System.IO.Path.Combine(flowsDirectory, flow));
        if (!root.Exists)
        {
            return files;
        }
        foreach (var file in root.EnumerateFiles("*.chat", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal))
        {
            var shown = "flows/" + System.IO.Path.GetRelativePath(flowsDirectory, file.FullName).Replace('\\', '/');
            files.Add(Parse(shown, File.ReadAllText(file.FullName)));
        }
        return files;
    }
}

/// <summary>One thing that happens to the conversation, and what must come of it.</summary>
/// <param name="Line">Of the stimulus, from 1.</param>
public sealed record ChatTurn(int Line, ChatStimulus Stimulus, IReadOnlyList<ExpectedSay> Says, IReadOnlyList<ExpectedEffect> Effects);
