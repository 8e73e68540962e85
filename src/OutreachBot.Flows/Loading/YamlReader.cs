using OutreachBot.Flows.Definitions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OutreachBot.Flows.Loading;

/// <summary>Reads a file's text into a tree that knows where each thing stands.</summary>
/// <remarks>
/// Works on YamlDotNet's events. What flow files have no use for is refused: anchors and aliases
/// (a page of them unfolds to gigabytes), tags, several documents, deep nesting.
/// </remarks>
internal sealed class YamlReader
{
    /// <summary>Flow files need five; each level costs stack.</summary>
    private const int MaxDepth = 12;

    private readonly string _file;
    private readonly DiagnosticSink _sink;

    private YamlReader(string file, DiagnosticSink sink)
    {
        _file = file;
        _sink = sink;
    }

    /// <summary>Reads one document; null after an error that leaves nothing to read on.</summary>
    public static YamlNode? Read(string file, string text, DiagnosticSink sink) => new YamlReader(file, sink).Read(text);

    private YamlNode? Read(string text)
    {
        if (FindTab(text) is { } tab)
        {
            Fail("tab", tab, "There is a tab in the indentation", "Indent with spaces.");
            return null;
        }
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.MoveNext();
            parser.MoveNext();
            if (parser.Current is not DocumentStart)
            {
                Fail("empty_file", new SourceSpot(_file, 1, 1), "The file is empty", "Write the flow, or remove the file.");
                return null;
            }
            parser.MoveNext();
            var root = ReadNode(parser, 0);
            parser.MoveNext();
            if (root is not null && parser.MoveNext() && parser.Current is DocumentStart second)
            {
                Fail("two_documents", Spot(second.Start), "A second document begins here", "Keep one document a file: remove the line ---.");
                return null;
            }
            return root;
        }
        catch (YamlException fault)
        {
            Fail("bad_yaml", Spot(fault.Start), $"This is not YAML: {FirstSentence(fault.Message)}", "Look at the indentation and the quotes here; a text with ': ' or '#', or that begins with '{' or '*', needs quotes.");
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The parser has a few holes on broken escapes; an author still gets a file to look at.
            Fail("bad_yaml", new SourceSpot(_file, 1, 1), "This is not YAML that can be read", "Look for a broken escape (\\x, \\u) in quotes.");
        }
        return null;
    }

    private YamlNode? ReadNode(Parser parser, int depth)
    {
        if (parser.Current is AnchorAlias alias)
        {
            Fail("alias", Spot(alias.Start), "Aliases (*name) are not used in flow files", "Write the value out.");
            return null;
        }
        if (parser.Current is NodeEvent { } node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
        {
            Fail("anchor", Spot(node.Start), "Anchors (&name) and tags (!name) are not used in flow files", "Remove it; put words that begin with & or ! in quotes.");
            return null;
        }
        if (depth > MaxDepth)
        {
            Fail("too_deep", Spot(parser.Current!.Start), $"Nested more than {MaxDepth} deep", "Flow files need at most five levels.");
            return null;
        }
        return parser.Current switch
        {
            Scalar scalar => new YamlScalar(scalar.Value, Spot(scalar.Start)),
            SequenceStart start => ReadList(parser, start, depth),
            MappingStart start => ReadMap(parser, start, depth),
            _ => null,
        };
    }

    private YamlList? ReadList(Parser parser, SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
        {
            if (ReadNode(parser, depth + 1) is not { } item)
            {
                return null;
            }
            items.Add(item);
        }
        return new YamlList(items, Spot(start.Start));
    }

    private YamlMap? ReadMap(Parser parser, MappingStart start, int depth)
    {
        var entries = new List<KeyValuePair<YamlScalar, YamlNode>>();
        var seen = new Dictionary<string, SourceSpot>(StringComparer.Ordinal);
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            var key = ReadNode(parser, depth + 1);
            if (key is null)
            {
                return null;
            }
            parser.MoveNext();
            if (ReadNode(parser, depth + 1) is not { } value)
            {
                return null;
            }
            if (key is not YamlScalar name)
            {
                Fail("bad_key", key.Spot, $"A key is a word, not {key.Shape}", "Write `key: value`.");
            }
            else if (seen.TryGetValue(name.Text, out var first))
            {
                Fail("duplicate_key", name.Spot, $"'{name.Text}' stands here a second time (first in line {first.Line})", "Remove one of the two.");
            }
            else
            {
                seen[name.Text] = name.Spot;
                entries.Add(new(name, value));
            }
        }
        return new YamlMap(entries, Spot(start.Start));
    }

    private SourceSpot Spot(Mark mark) => new(_file, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private void Fail(string code, SourceSpot spot, string problem, string mend) => _sink.Error(code, spot, problem, mend);

    private static string FirstSentence(string message)
    {
        var end = message.IndexOfAny(['\n', '\r']);
        var line = (end < 0 ? message : message[..end]).Trim().TrimEnd('.');
        return line.Length <= 160 ? line : line[..160];
    }

    /// <summary>The first tab that stands before the words of a line: the parser's own message would point elsewhere.</summary>
    private SourceSpot? FindTab(string text)
    {
        var line = 1;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            var indent = content[..(content.Length - content.TrimStart(" \t").Length)];
            if (indent.IndexOf('\t') is >= 0 and var at)
            {
                return new SourceSpot(_file, line, at + 1);
            }
            line++;
        }
        return null;
    }
}
