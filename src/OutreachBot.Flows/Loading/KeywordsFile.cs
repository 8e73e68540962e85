using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Loading;

/// <summary>Reads <c>flows/shared/keywords.yaml</c>; what is wrong becomes a diagnostic, what is right is kept.</summary>
public sealed class KeywordsFile
{
    private static readonly string[] Parts = ["sources", "concepts", "courtesy", "answers", "polite_stop", "stop_beside", "danger_signs", "apart"];

    private static readonly string[] OfAnswers = ["yes", "yes_alone", "no", "no_alone", "unsure", "beside"];

    private static readonly string[] OfAWord = ["word", "from", "confidence", "answers_as", "use", "not_in"];

    private readonly DiagnosticSink _sink;
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly List<Keyword> _words = [];
    private readonly List<ApartWord> _apart = [];

    private KeywordsFile(DiagnosticSink sink) => _sink = sink;

    /// <param name="yaml">The file's text.</param>
    /// <param name="file">Its name, for diagnostics.</param>
    public static (Keywords Keywords, IReadOnlyList<Diagnostic> Faults) Read(string yaml, string file)
    {
        var sink = new DiagnosticSink();
        var keywords = YamlReader.Read(file, yaml, sink) is { } root ? Read(root, sink) : Keywords.None;
        return (keywords, sink.Found);
    }

    internal static Keywords Read(YamlNode root, DiagnosticSink sink) => new KeywordsFile(sink).ReadAll(root);

    private Keywords ReadAll(YamlNode root)
    {
        var parts = Entries(root).ToList();
        foreach (var (key, value) in parts.Where(p => !Parts.Contains(p.Key.Text)))
        {
            Fault(value, $"'{key.Text}' is no part of a keywords file", Nearest.Mend(key.Text, Parts));
        }
        YamlNode? Part(string name) => parts.Find(p => p.Key.Text == name).Value;
        ReadSources(Part("sources"));
        ReadConcepts(Part("concepts"));
        ReadApart(Part("apart"));
        return new Keywords(_words, Texts(Part("courtesy")), _apart, Texts(Part("polite_stop")), Texts(Part("stop_beside")),
            ReadAnswers(Part("answers")), Texts(Part("danger_signs")));
    }

    private AnswerPhrases ReadAnswers(YamlNode? node)
    {
        var lists = Entries(node).ToList();
        foreach (var (key, value) in lists.Where(l => !OfAnswers.Contains(l.Key.Text)))
        {
            Fault(value, $"'{key.Text}' is no list of answers", Nearest.Mend(key.Text, OfAnswers));
        }
        List<string> Of(string name) => Texts(lists.Find(l => l.Key.Text == name).Value);
        return new AnswerPhrases(Of("yes"), Of("yes_alone"), Of("no"), Of("no_alone"), Of("unsure"), Of("beside"));
    }

    private void ReadSources(YamlNode? node)
    {
        foreach (var (id, value) in Entries(node))
        {
            _sources[id.Text] = Text(value);
        }
    }

    private void ReadConcepts(YamlNode? node)
    {
        foreach (var (concept, languages) in Entries(node))
        {
            foreach (var (language, words) in ByLanguage(languages))
            {
                foreach (var word in Items(words))
                {
                    ReadWord(concept.Text, language, word);
                }
            }
        }
    }

    private void ReadWord(string concept, LanguageTag language, YamlNode node)
    {
        var read = new Keyword(concept, language, "", null, Confidence.High, null, KeywordUse.Plain, [], node.Spot);
        if (node is YamlScalar bare)
        {
            Add(read with { Word = bare.Text }, node);
            return;
        }
        foreach (var (key, value) in Entries(node))
        {
            read = key.Text switch
            {
                "word" => read with { Word = Text(value) },
                "from" => read with { Source = SourceOf(value) },
                "confidence" => read with { Confidence = OneOf<Confidence>(value) },
                "answers_as" => read with { AnswersAs = Text(value) },
                "use" => read with { Use = Items(value).Aggregate(KeywordUse.Plain, (use, item) => use | OneOf<KeywordUse>(item)) },
                "not_in" => read with { NotIn = [.. Items(value).Select(Language).OfType<LanguageTag>()] },
                _ => Unknown(read, key),
            };
        }
        Add(read, node);
    }

    private Keyword Unknown(Keyword read, YamlScalar key)
    {
        Fault(key, $"A word has no '{key.Text}'", Nearest.Mend(key.Text, OfAWord));
        return read;
    }

    private void Add(Keyword word, YamlNode node)
    {
        if (Collation.Key(word.Word).Length == 0)
        {
            Fault(node, $"A word of '{word.Concept}' is empty", "Write the word, or take the line out.");
        }
        else if (word.Language != LanguageTag.Spanish && word.Source is null)
        {
            Fault(node, $"'{word.Word}' has no source", "Say where it is attested with `from: [source]`; no word of these languages is invented.");
        }
        else
        {
            _words.Add(word);
        }
    }

    private string SourceOf(YamlNode node)
    {
        foreach (var id in Items(node).Where(i => !_sources.ContainsKey(Text(i))))
        {
            Fault(id, $"'{Text(id)}' is no source of this file", "Name it under `sources:` at the top.");
        }
        return string.Join("; ", Items(node).Select(i => _sources.GetValueOrDefault(Text(i), Text(i))));
    }

    private void ReadApart(YamlNode? node)
    {
        foreach (var (language, words) in node is null ? [] : ByLanguage(node))
        {
            _apart.AddRange(Texts(words).Select(w => new ApartWord(language, w)));
        }
    }

    private IEnumerable<(LanguageTag Language, YamlNode Node)> ByLanguage(YamlNode node)
    {
        if (node is not YamlMap map)
        {
            Fault(node, "Words stand under their language here", "Write `es: [word, word]`.");
            yield break;
        }
        foreach (var (key, value) in map.Entries)
        {
            if (Language(key) is { } language)
            {
                yield return (language, value);
            }
        }
    }

    private LanguageTag? Language(YamlNode node)
    {
        if (LanguageTag.TryParse(Text(node), out var tag))
        {
            return tag;
        }
        Fault(node, $"'{Text(node)}' is no language of the line", Nearest.Mend(Text(node), [.. LanguageTag.All.Select(l => l.ToString())]));
        return null;
    }

    private T OneOf<T>(YamlNode node)
        where T : struct, Enum
    {
        var known = Enum.GetValues<T>().ToDictionary(v => Snake(v.ToString()), v => v, StringComparer.Ordinal);
        if (known.TryGetValue(Text(node), out var value))
        {
            return value;
        }
        Fault(node, $"'{Text(node)}' is not known here", Nearest.Mend(Text(node), known.Keys));
        return default;
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{c}")).ToLowerInvariant();

    private List<string> Texts(YamlNode? node) => node is null ? [] : [.. Items(node).Select(Text)];

    private static IReadOnlyList<YamlNode> Items(YamlNode node) => node is YamlList list ? list.Items : [node];

    private IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> Entries(YamlNode? node)
    {
        if (node is YamlMap map)
        {
            return map.Entries;
        }
        if (node is not null)
        {
            Fault(node, $"A mapping belongs here, not {node.Shape}", "Write `name: value` lines.");
        }
        return [];
    }

    private string Text(YamlNode node)
    {
        if (node is YamlScalar scalar)
        {
            return scalar.Text;
        }
        Fault(node, $"One value belongs here, not {node.Shape}", "Write one word or a quoted text.");
        return "";
    }

    private void Fault(YamlNode node, string problem, string mend) => _sink.Error("bad_keywords", node.Spot, problem, mend);
}
