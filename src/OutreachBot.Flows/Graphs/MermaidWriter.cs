using System.Text;

namespace OutreachBot.Flows.Graphs;

/// <summary>Writes a picture as a Mermaid flowchart, for Markdown that draws it.</summary>
internal static class MermaidWriter
{
    public static string Write(FlowPicture picture)
    {
        var text = new StringBuilder("flowchart TB\n");
        var ids = picture.Nodes.Select((n, i) => (n.Id, Short: $"s{i}")).ToDictionary(n => n.Id, n => n.Short, StringComparer.Ordinal);
        foreach (var node in picture.Nodes)
        {
            text.Append("  ").Append(ids[node.Id]).Append(Shape(node)).Append('\n');
        }
        foreach (var edge in picture.Edges)
        {
            text.Append("  ").Append(ids[edge.From]).Append(edge.Label.Length == 0 ? " --> " : $" -->|\"{Escape(edge.Label)}\"| ").Append(ids[edge.To]).Append('\n');
        }
        return text.ToString();
    }

    private static string Shape(PictureNode node)
    {
        var lines = new[] { $"<b>{Escape(node.Title)}</b>", Escape(node.Does) }.Concat(node.Says.Select(Escape)).Where(l => l.Length > 0);
        var label = $"\"{string.Join("<br>", lines)}\"";
        return node.Kind switch
        {
            PictureKind.Start => $"([{label}])",
            PictureKind.End => $"(({label}))",
            PictureKind.When => $"{{{label}}}",
            PictureKind.Do => $"[[{label}]]",
            PictureKind.Call => $"{{{{{label}}}}}",
            PictureKind.Wait => $"({label})",
            PictureKind.Ask => $"[/{label}/]",
            _ => $"[{label}]",
        };
    }

    // Entity codes: Mermaid reads quotes, brackets and hashes as its own.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            escaped.Append(character is '"' or '#' or '&' or '<' or '>' or '|' or '{' or '}' or '[' or ']' or '(' or ')' or ';' or '`'
                ? $"#{(int)character};"
                : char.IsControl(character) ? " " : $"{character}");
        }
        return escaped.ToString();
    }
}
