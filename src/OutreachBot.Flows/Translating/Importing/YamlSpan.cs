using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OutreachBot.Flows.Translating.Importing;

/// <summary>A node of a YAML file by where its characters stand, so that it can be replaced without touching others.</summary>
/// <param name="Start">Of its first character.</param>
/// <param name="End">After its last character; of a block, after its last value.</param>
internal abstract record YamlSpan(int Start, int End)
{
    /// <summary>Reads a file that is known to be a flow file: no anchors, tags or second document.</summary>
    public static YamlSpan? Read(string text)
    {
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext() && parser.Current is not NodeEvent)
        {
            // The beginnings of stream and document.
        }
        return parser.Current is NodeEvent ? Node(parser, text) : null;
    }

    private static YamlSpan Node(Parser parser, string text)
    {
        switch (parser.Current)
        {
            case MappingStart start:
                return Map(parser, start, text);
            case SequenceStart start:
                return List(parser, start, text);
            default:
                var scalar = (Scalar)parser.Current!;
                return new ScalarSpan((int)scalar.Start.Index, EndOf(scalar, text), scalar.Style);
        }
    }

    private static MapSpan Map(Parser parser, MappingStart start, string text)
    {
        var entries = new List<EntrySpan>();
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            var key = (Scalar)parser.Current!;
            var place = new ScalarSpan((int)key.Start.Index, EndOf(key, text), key.Style);
            parser.MoveNext();
            entries.Add(new EntrySpan(key.Value, place, Node(parser, text), (int)key.Start.Column - 1));
        }
        var isFlow = start.Style == MappingStyle.Flow;
        var end = isFlow ? (int)parser.Current!.Start.Index + 1 : entries.Count == 0 ? (int)start.Start.Index : Math.Max(entries[^1].Value.End, entries[^1].Key.End + 1);
        return new MapSpan((int)start.Start.Index, end, isFlow, entries);
    }

    private static OtherSpan List(Parser parser, SequenceStart start, string text)
    {
        var end = (int)start.Start.Index;
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
        {
            end = Node(parser, text).End;
        }
        return new OtherSpan((int)start.Start.Index, start.Style == SequenceStyle.Flow ? (int)parser.Current!.Start.Index + 1 : end);
    }

    // A block or plain scalar's end lies after the space behind it.
    private static int EndOf(Scalar scalar, string text)
    {
        var end = Math.Min((int)scalar.End.Index, text.Length);
        if (scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted)
        {
            return end;
        }
        while (end > scalar.Start.Index && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        return end;
    }
}

internal sealed record ScalarSpan(int Start, int End, ScalarStyle Style) : YamlSpan(Start, End);

/// <param name="IsFlow">Written <c>{a: b}</c>, not line by line.</param>
internal sealed record MapSpan(int Start, int End, bool IsFlow, IReadOnlyList<EntrySpan> Entries) : YamlSpan(Start, End)
{
    public EntrySpan? Find(string name) => Entries.FirstOrDefault(e => e.Name == name);
}

internal sealed record OtherSpan(int Start, int End) : YamlSpan(Start, End);

/// <param name="Indent">Spaces before the key.</param>
internal sealed record EntrySpan(string Name, ScalarSpan Key, YamlSpan Value, int Indent);
