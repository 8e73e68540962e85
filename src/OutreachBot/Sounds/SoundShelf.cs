using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using OutreachBot.Demo;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Settings;

namespace OutreachBot.Sounds;

/// <summary>Which prompts have a sound: a recording, else a draft where drafts may be shown.</summary>
internal sealed class SoundShelf(
    IFlowBook flows, FlowsDirectory flowsDirectory, DataDirectory data, LineMode mode,
    IOptions<LanguagesOptions> languages, IOptions<LineOptions> line) : ISounds
{
    private readonly ConcurrentDictionary<(LanguageTag, string), (FlowBook Book, string? Recording, string? Draft)> _names = new();

    public string? Find(LanguageTag language, string prompt)
    {
        var book = flows.Current;
        var known = _names.GetOrAdd((language, prompt), key => NamesOf(book, key.Item1, key.Item2));
        if (!ReferenceEquals(known.Book, book))
        {
            _names[(language, prompt)] = known = NamesOf(book, language, prompt);
        }
        return known.Recording is { } recording && Open(recording) is not null ? recording
            : known.Draft is { } draft && (mode.IsDemo || languages.Value.ShowDrafts) && Open(draft) is not null ? draft
            : null;
    }

    /// <summary>The file of a name that <see cref="Find"/> gave; null when it is gone.</summary>
    public SoundFile? Open(string name)
    {
        var path = name.StartsWith("r:", StringComparison.Ordinal) ? PathOfRecording(flowsDirectory, name[2..])
            : name.StartsWith("d:", StringComparison.Ordinal) ? PathOfDraft(data, name[2..])
            : null;
        return path is not null && File.Exists(path) ? new SoundFile(name, path) : null;
    }

    /// <summary>Where a draft of these words is, or would be.</summary>
    public static string PathOfDraft(DataDirectory data, string name) => Path.Combine(data.Path, "sounds", name);

    public static string DraftName(LanguageTag language, string prompt, SpokenText spoken) => $"{language}/{prompt}.{spoken.Hash}.ogg";

    /// <summary>Where a recording is, or would be.</summary>
    /// <param name="name">As <see cref="RecordingName"/> gives it.</param>
    public static string? PathOfRecording(FlowsDirectory directory, string name) =>
        name.Split('/') is [var flow, var language, var file] ? Path.Combine(directory.Path, flow, "audio", language, file) : null;

    public static string RecordingName(string flow, LanguageTag language, string file) => $"{flow}/{language}/{file}";

    private (FlowBook, string?, string?) NamesOf(FlowBook book, LanguageTag language, string id)
    {
        var dot = id.IndexOf('.', StringComparison.Ordinal);
        var (flow, name) = (id[..dot], id[(dot + 1)..]);
        if (PromptOf(book, language, flow, name) is not { } prompt)
        {
            return (book, null, null);
        }
        var spoken = SpokenWords.Of(book, language, flow, prompt, line.Value.Name);
        return (
            book,
            prompt.Audio is null ? null : "r:" + RecordingName(flow, language, prompt.Audio),
            spoken is null ? null : "d:" + DraftName(language, id, spoken));
    }

    private static Prompt? PromptOf(FlowBook book, LanguageTag language, string flow, string name) => flow == "shared"
        ? book.SharedPrompts.GetValueOrDefault(language)?.GetValueOrDefault(name)
        : book.Flows.GetValueOrDefault(flow)?.Layers.GetValueOrDefault(language)?.Prompts.GetValueOrDefault(name);
}
