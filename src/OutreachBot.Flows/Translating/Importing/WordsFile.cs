using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating.Importing;

/// <summary>Changes the words in a language file and leaves all else as its author wrote it: comments, order, layout.</summary>
internal sealed class WordsFile
{
    private const int Step = 2;

    private readonly TextPatch _patch;
    private readonly string _newLine;

    private WordsFile(string text)
    {
        _patch = new TextPatch(text);
        _newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
    }

    /// <param name="text">The file; null: there is none yet.</param>
    /// <param name="order">All prompts in the order of the Spanish file: a new one comes after the one before it there.</param>
    public static string Edit(string? text, LanguageTag language, IReadOnlyList<PromptEdit> edits, IReadOnlyList<string> order)
    {
        var mark = text is ['\uFEFF', ..] ? "\uFEFF" : "";
        var file = new WordsFile(text is null ? $"language: {language}\nprompts:\n" : text[mark.Length..]);
        file.Apply([.. edits.OrderBy(e => order.ToList().IndexOf(e.Prompt))], order);
        return mark + file._patch.Apply();
    }

    private void Apply(IReadOnlyList<PromptEdit> edits, IReadOnlyList<string> order)
    {
        var root = YamlSpan.Read(_patch.Text) as MapSpan;
        var entry = root?.Find("prompts");
        var prompts = entry?.Value as MapSpan;
        foreach (var edit in edits.Where(e => prompts?.Find(e.Prompt) is not null))
        {
            Change(prompts!, prompts!.Find(edit.Prompt)!, edit);
        }
        var added = edits.Where(e => prompts?.Find(e.Prompt) is null).ToList();
        if (added.Count == 0)
        {
            return;
        }
        if (prompts is { IsFlow: true })
        {
            foreach (var edit in added)
            {
                AddToFlowMap(prompts, prompts.Entries.Count > 0 ? prompts.Entries[^1] : null, $"{edit.Prompt}: {{{FlowEntries(edit.Values)}}}", edit != added[0]);
            }
            return;
        }
        AddPrompts(root, entry, prompts, added, order);
    }

    private void AddPrompts(MapSpan? root, EntrySpan? entry, MapSpan? prompts, List<PromptEdit> added, IReadOnlyList<string> order)
    {
        var indent = prompts is { Entries.Count: > 0 } ? prompts.Entries[0].Indent : (entry?.Indent ?? 0) + Step;
        var start = entry is not null ? _patch.EndOfLine(entry.Key.End) : root is null ? _patch.Text.Length : _patch.EndOfLine(Math.Max(root.End - 1, 0));
        if (entry is null)
        {
            _patch.Insert(start, $"{_newLine}prompts:");
        }
        foreach (var edit in added)
        {
            var before = order.TakeWhile(p => p != edit.Prompt).Reverse().Select(p => prompts?.Find(p)).FirstOrDefault(e => e is not null);
            _patch.Insert(before is null ? start : _patch.EndOfLine(Math.Max(before.Value.End, before.Key.End + 1)), Block(edit, indent));
        }
    }

    private string Block(PromptEdit edit, int indent) =>
        Line(indent, $"{edit.Prompt}:") + string.Concat(Entries(edit.Values).Select(e => Line(indent + Step, e)));

    private void Change(MapSpan prompts, EntrySpan prompt, PromptEdit edit)
    {
        if (prompt.Value is MapSpan map)
        {
            ChangeMap(map, edit.Values);
            return;
        }
        // The short form, a text alone: it becomes the long one, and keeps its comment.
        var old = (ScalarSpan)prompt.Value;
        var text = edit.Values.FirstOrDefault(v => v.Key == "text").Value is { } words ? YamlQuotes.Write(words, old.Style) : _patch.Text[old.Start..old.End];
        var rest = edit.Values.Where(v => v.Key != "text" && v.Value is not null).ToList();
        if (prompts.IsFlow)
        {
            _patch.Replace(old.Start, old.End, $"{{text: {text}, {FlowEntries(rest)}}}");
            return;
        }
        var indent = prompt.Indent + Step;
        _patch.Replace(prompt.Key.End, old.End, $":{Line(indent, $"text: {text}")}");
        _patch.Insert(_patch.EndOfLine(old.End), string.Concat(Entries(rest).Select(e => Line(indent, e))));
    }

    private void ChangeMap(MapSpan map, IReadOnlyList<KeyValuePair<string, string?>> values)
    {
        foreach (var (key, value) in values.Where(v => PartOfOptions(v.Key) is null))
        {
            ChangeEntry(map, key, value);
        }
        var labels = values.Where(v => PartOfOptions(v.Key) is not null && v.Value is not null).Select(v => KeyValuePair.Create(PartOfOptions(v.Key)!, v.Value)).ToList();
        if (labels.Count == 0)
        {
            return;
        }
        if (map.Find("options")?.Value is MapSpan options)
        {
            foreach (var (key, label) in labels)
            {
                ChangeEntry(options, key, label);
            }
        }
        else
        {
            Add(map, "options", $"options: {{{FlowEntries(labels)}}}");
        }
    }

    private void ChangeEntry(MapSpan map, string key, string? value)
    {
        if (map.Find(key) is not { } entry)
        {
            if (value is not null)
            {
                Add(map, key, Entry(key, value));
            }
            return;
        }
        if (value is null)
        {
            Remove(map, entry);
            return;
        }
        var style = entry.Value is ScalarSpan scalar ? scalar.Style : YamlDotNet.Core.ScalarStyle.DoubleQuoted;
        var written = YamlQuotes.Write(value, style);
        if (_patch.Text[entry.Value.Start..entry.Value.End] != written)
        {
            _patch.Replace(entry.Value.Start, entry.Value.End, written);
        }
    }

    private void Remove(MapSpan map, EntrySpan entry)
    {
        var at = map.Entries.ToList().IndexOf(entry);
        if (!map.IsFlow)
        {
            // With its line break: the one before, for the last line may have none.
            var start = _patch.StartOfLine(entry.Key.Start);
            _patch.Replace(Math.Max(start - _newLine.Length, 0), _patch.EndOfLine(Math.Max(entry.Value.End, entry.Key.End + 1)), "");
        }
        else if (at > 0)
        {
            _patch.Replace(map.Entries[at - 1].Value.End, entry.Value.End, "");
        }
        else
        {
            _patch.Replace(entry.Key.Start, map.Entries.Count > 1 ? map.Entries[1].Key.Start : entry.Value.End, "");
        }
    }

    private void Add(MapSpan map, string key, string written)
    {
        var rank = WordKeys.Rank(key);
        var before = map.Entries.LastOrDefault(e => WordKeys.Rank(e.Name) <= rank) ?? (map.Entries.Count > 0 ? map.Entries[^1] : null);
        if (map.IsFlow)
        {
            AddToFlowMap(map, before, written, follows: false);
        }
        else
        {
            _patch.Insert(_patch.EndOfLine(Math.Max(before!.Value.End, before.Key.End + 1)), Line(before.Indent, written));
        }
    }

    private void AddToFlowMap(MapSpan map, EntrySpan? before, string written, bool follows) =>
        _patch.Insert(before?.Value.End ?? map.Start + 1, before is not null || follows ? ", " + written : written);

    private string Line(int indent, string written) => _newLine + new string(' ', indent) + written;

    private static string FlowEntries(IEnumerable<KeyValuePair<string, string?>> values) => string.Join(", ", Entries([.. values]));

    private static IEnumerable<string> Entries(IReadOnlyList<KeyValuePair<string, string?>> values)
    {
        var labels = values.Where(v => PartOfOptions(v.Key) is not null && v.Value is not null).Select(v => KeyValuePair.Create(PartOfOptions(v.Key)!, v.Value)).ToList();
        return values.Where(v => PartOfOptions(v.Key) is null && v.Value is not null).Select(v => (v.Key, Written: Entry(v.Key, v.Value!)))
            .Concat(labels.Count > 0 ? [("options", $"options: {{{FlowEntries(labels)}}}")] : [])
            .OrderBy(e => WordKeys.Rank(e.Item1)).Select(e => e.Item2);
    }

    private static string Entry(string key, string value) =>
        $"{key}: {(WordKeys.IsBare(key) ? YamlQuotes.Write(value, YamlDotNet.Core.ScalarStyle.Plain) : YamlQuotes.Double(value))}";

    private static string? PartOfOptions(string key) => new PromptPart(key).Option;
}

/// <summary>The keys of a prompt, in the order they are written.</summary>
internal static class WordKeys
{
    private static readonly string[] Order =
        ["text", "hint", "whatsapp", "options", "also", "audio", "status", "claims", "source", "from", "reviewed_by", "reviewed_on"];

    /// <summary>A key of its own, an option's, comes after all others.</summary>
    public static int Rank(string key) => Array.IndexOf(Order, key) is >= 0 and var at ? at : Order.Length;

    /// <summary>Its value is a word or a day, and stands without quotes.</summary>
    public static bool IsBare(string key) => key is "status" or "reviewed_on";
}
