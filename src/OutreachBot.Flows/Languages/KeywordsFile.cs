using OutreachBot.Flows.Definitions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OutreachBot.Flows.Languages;

/// <summary>Reads <c>flows/shared/keywords.yaml</c>; what is wrong becomes a diagnostic, what is right is kept.</summary>
public sealed class KeywordsFile
{
    private readonly string _file;
    private readonly List<Diagnostic> _faults = [];
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly List<Keyword> _words = [];
    private readonly List<ApartWord> _apart = [];

    private KeywordsFile(string file) => _file = file;

    /// <param name="yaml">The file's text.</param>
    /// <param name="file">Its name, for diagnostics.</param>
    public static (Keywords Keywords, IReadOnlyList<Diagnostic> Faults) Read(string yaml, string file)
    {
        var reader = new KeywordsFile(file);
        var keywords = reader.Read(yaml);
        return (keywords, reader._faults);
    }

    private Keywords Read(string yaml)
    {
        var root = Parse(yaml);
        if (root is null)
        {
            return Keywords.None;
        }
        List<string> courtesy = [], stops = [], dangers = [];
        foreach (var (key, value) in Entries(root).OrderBy(e => e.Key == "sources" ? 0 : 1))
        {
            switch (key)
            {
                case "sources": ReadSources(value); break;
                case "concepts": ReadConcepts(value); break;
                case "courtesy": courtesy = Scalars(value); break;
                case "polite_stop": stops = Scalars(value); break;
                case "danger_signs": dangers = Scalars(value); break;
                case "apart": ReadApart(value); break;
                default:
                    Fault(value, $"'{key}' is no part of a keywords file", "Keep to sources, concepts, courtesy, polite_stop, danger_signs and apart.");
                    break;
            }
        }
        return new Keywords(_words, courtesy, _apart, stops, dangers);
    }

    private YamlMappingNode? Parse(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
            {
                return root;
            }
            _faults.Add(Fault(new SourceSpot(_file, 1, 1), "A keywords file is one mapping", "Begin it with 'concepts:'."));
        }
        catch (YamlException broken)
        {
            var spot = new SourceSpot(_file, (int)broken.Start.Line, (int)broken.Start.Column);
            _faults.Add(Fault(spot, "This is not YAML: " + broken.Message.TrimEnd('.'), "Mend the indentation, quote or bracket here."));
        }
        return null;
    }

    private void ReadSources(YamlNode node)
    {
        foreach (var (id, value) in Entries(node))
        {
            _sources[id] = Text(value);
        }
    }

    private void ReadConcepts(YamlNode node)
    {
        foreach (var (concept, languages) in Entries(node))
        {
            foreach (var (language, words) in ByLanguage(languages))
            {
                foreach (var word in Items(words))
                {
                    ReadWord(concept, language, word);
                }
            }
        }
    }

    private void ReadWord(string concept, LanguageTag language, YamlNode node)
    {
        if (node is YamlScalarNode)
        {
            Add(new Keyword(concept, language, Text(node), null, Confidence.High, null, KeywordUse.Plain, [], Spot(node)), node);
            return;
        }
        var read = new Keyword(concept, language, "", null, Confidence.High, null, KeywordUse.Plain, [], Spot(node));
        foreach (var (key, value) in Entries(node))
        {
            read = key switch
            {
                "word" => read with { Word = Text(value) },
                "from" => read with { Source = SourceOf(value) },
                "confidence" => read with { Confidence = OneOf<Confidence>(value) },
                "answers_as" => read with { AnswersAs = Text(value) },
                "use" => read with { Use = Items(value).Aggregate(KeywordUse.Plain, (use, item) => use | OneOf<KeywordUse>(item)) },
                "not_in" => read with { NotIn = [.. Items(value).Select(Language).OfType<LanguageTag>()] },
                _ => Unknown(read, key, value),
            };
        }
        Add(read, node);
    }

    private Keyword Unknown(Keyword read, string key, YamlNode value)
    {
        Fault(value, $"A word has no '{key}'", "Keep to word, from, confidence, answers_as, use and not_in.");
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
            Fault(node, $"'{word.Word}' has no source", "Say where it is attested with 'from: [source]'; no word of these languages is invented.");
        }
        else
        {
            _words.Add(word);
        }
    }

    private string? SourceOf(YamlNode node)
    {
        foreach (var id in Items(node).Where(i => !_sources.ContainsKey(Text(i))))
        {
            Fault(id, $"'{Text(id)}' is no source of this file", "Name it under 'sources:' at the top.");
        }
        return string.Join("; ", Items(node).Select(i => _sources.GetValueOrDefault(Text(i), Text(i))));
    }

    private void ReadApart(YamlNode node)
    {
        foreach (var (language, words) in ByLanguage(node))
        {
            _apart.AddRange(Scalars(words).Select(w => new ApartWord(language, w)));
        }
    }

    private IEnumerable<(LanguageTag Language, YamlNode Node)> ByLanguage(YamlNode node)
    {
        if (node is not YamlMappingNode map)
        {
            Fault(node, "Words stand under their language here", "Write 'es: [word, word]'.");
            yield break;
        }
        foreach (var (key, value) in map.Children)
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
        Fault(node, $"'{Text(node)}' is no language of the line", $"Use one of {string.Join(", ", LanguageTag.All)}.");
        return null;
    }

    private T OneOf<T>(YamlNode node)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(Text(node).Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value))
        {
            return value;
        }
        var allowed = Enum.GetNames<T>().Select(n => string.Concat(n.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{c}")).ToLowerInvariant());
        Fault(node, $"'{Text(node)}' is not known here", $"Use one of {string.Join(", ", allowed)}.");
        return default;
    }

    private List<string> Scalars(YamlNode node) => [.. Items(node).Select(Text)];

    private static IEnumerable<YamlNode> Items(YamlNode node) => node is YamlSequenceNode list ? list.Children : [node];

    private IEnumerable<(string Key, YamlNode Value)> Entries(YamlNode node)
    {
        if (node is YamlMappingNode map)
        {
            return map.Children.Select(c => (Text(c.Key), c.Value));
        }
        Fault(node, "A mapping belongs here", "Write 'name: value' lines.");
        return [];
    }

    private string Text(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } value })
        {
            return value;
        }
        Fault(node, "A plain value belongs here", "Write one word or a quoted text.");
        return "";
    }

    private SourceSpot Spot(YamlNode node) => new(_file, (int)node.Start.Line, (int)node.Start.Column);

    private void Fault(YamlNode node, string problem, string mend) => _faults.Add(Fault(Spot(node), problem, mend));

    private static Diagnostic Fault(SourceSpot spot, string problem, string mend) =>
        new("bad_keywords", Severity.Error, spot, problem, mend);
}
