using System.Text;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Loading;

/// <param name="Book">Null as soon as one diagnostic is an error.</param>
/// <param name="Diagnostics">All that is wrong, by file and line.</param>
public sealed record LoadResult(FlowBook? Book, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Reads the flows folder. Whatever stands in the files, it answers with a book or with diagnostics, never with an exception.</summary>
public static class FlowBookLoader
{
    private const string SharedFolder = "shared";
    private const string KeywordsPath = "shared/keywords.yaml";

    /// <summary>Reads a folder of flows.</summary>
    public static LoadResult Load(string flowsDirectory)
    {
        var sink = new DiagnosticSink();
        return Load(FlowFiles.FromFolder(flowsDirectory, sink), sink);
    }

    /// <summary>Reads flows from memory: contents by path, <c>report/flow.yaml</c>.</summary>
    public static LoadResult Load(IReadOnlyDictionary<string, string> files) =>
        Load(files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value), StringComparer.Ordinal), new DiagnosticSink());

    /// <summary>Reads flows from memory, byte for byte.</summary>
    public static LoadResult Load(IReadOnlyDictionary<string, byte[]> files) => Load(files, new DiagnosticSink());

    private static LoadResult Load(IReadOnlyDictionary<string, byte[]> files, DiagnosticSink sink)
    {
        var trees = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        var keywords = Keywords.None;
        foreach (var (path, bytes) in files.Where(f => f.Key != PricesFile.RelativePath).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (FlowFiles.Decode(path, bytes, sink) is { } text && YamlReader.Read(FlowFiles.ShownAs(path), text, sink) is { } root)
            {
                trees[path] = root;
                if (path == KeywordsPath)
                {
                    keywords = KeywordsFile.Read(root, sink);
                }
            }
        }
        var book = new FlowAssembler(files.Keys, trees, keywords, sink).Assemble();
        return new LoadResult(
            sink.HasErrors ? null : book,
            [.. sink.Found.OrderBy(d => d.Spot.File, StringComparer.Ordinal).ThenBy(d => d.Spot.Line).ThenBy(d => d.Spot.Column)]);
    }

    /// <summary>Puts the files of each flow together and checks what they say of each other.</summary>
    private sealed class FlowAssembler(IEnumerable<string> paths, IReadOnlyDictionary<string, YamlNode> trees, Keywords keywords, DiagnosticSink sink)
    {
        private readonly List<Reference> _references = [];

        public FlowBook Assemble()
        {
            var flows = new Dictionary<string, FlowDefinition>(StringComparer.Ordinal);
            var words = new Dictionary<LanguageTag, LanguageLayer>();
            foreach (var folder in paths.Where(p => p.Contains('/')).GroupBy(p => p[..p.IndexOf('/')], StringComparer.Ordinal))
            {
                var layers = ReadLayers(folder.Key, folder);
                if (folder.Key == SharedFolder)
                {
                    words = layers;
                }
                else if (ReadFlow(folder.Key) is { } flow)
                {
                    flows[flow.Name] = flow with { Layers = layers };
                }
            }
            var hotlines = trees.TryGetValue("shared/hotlines.yaml", out var lines) ? new HotlinesReader(sink).Read(lines) : [];
            new ReferenceCheck(flows, sink).Check(_references);
            new BookCheck(sink).Check(flows, words, [.. keywords.Concepts]);
            return new FlowBook(flows, words.ToDictionary(l => l.Key, l => l.Value.Prompts), hotlines, keywords);
        }

        private FlowDefinition? ReadFlow(string folder)
        {
            if (!paths.Contains($"{folder}/flow.yaml"))
            {
                sink.Error("missing_file", new SourceSpot(FlowFiles.ShownAs($"{folder}/flow.yaml"), 1, 1), $"Flow '{folder}' has no shape", "Add flow.yaml, or remove the folder.");
                return null;
            }
            return trees.TryGetValue($"{folder}/flow.yaml", out var root) ? new FlowShapeReader(_references, sink).Read(folder, root) : null;
        }

        private Dictionary<LanguageTag, LanguageLayer> ReadLayers(string folder, IEnumerable<string> files)
        {
            var layers = new Dictionary<LanguageTag, LanguageLayer>();
            foreach (var path in files)
            {
                var name = path[(folder.Length + 1)..];
                if (name is "flow.yaml" || (folder == SharedFolder && name is "keywords.yaml" or "hotlines.yaml" or "prices.yaml"))
                {
                    continue;
                }
                if (!LanguageTag.TryParse(name.Replace(".yaml", "", StringComparison.Ordinal), out var language))
                {
                    sink.Error("unknown_language", new SourceSpot(FlowFiles.ShownAs(path), 1, 1), $"'{name}' is no language of the line", Nearest.Mend(name, [.. LanguageTag.All.Select(t => t + ".yaml")]));
                }
                else if (trees.TryGetValue(path, out var root) && new WordsReader(_references, sink).Read(folder, language, root, mayShape: folder != SharedFolder) is { } layer)
                {
                    layers[language] = layer;
                }
            }
            return Freshness.Judge(layers);
        }
    }
}
