using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace OutreachBot.Flows.Graphs;

/// <summary>Writes a drawing as one SVG document without script or outer files.</summary>
internal static class SvgWriter
{
    private const double HeaderHeight = 46;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private const string Style = """
        text { font: 12px system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; fill: #1c2733; }
        .name { font-weight: 600; } .does { fill: #55626f; font-size: 11px; } .says { font-style: italic; }
        .head { font-size: 18px; font-weight: 600; } .about { fill: #55626f; }
        .box { stroke: #8794a1; fill: #fff; stroke-width: 1.2; }
        .ask .box { fill: #e6f0fb; stroke: #3f78b5; } .say .box { fill: #fff; } .do .box { fill: #fdeedd; stroke: #c47a1c; }
        .call .box { fill: #efe9fb; stroke: #7a5bc0; } .when .box { fill: #eef3ea; stroke: #6c9150; } .wait .box { fill: #f2f2f2; stroke-dasharray: 4 3; }
        .start .box { fill: #1f4e79; stroke: #1f4e79; } .start text { fill: #fff; } .end .box { fill: #1c2733; stroke: #1c2733; }
        .jump .box { fill: #f6f7f9; stroke: #b6c0ca; } .jump text { fill: #55626f; }
        .line { fill: none; stroke: #8794a1; stroke-width: 1.3; } .label { font-size: 11px; fill: #2b3a48; paint-order: stroke; stroke: #fff; stroke-width: 4px; stroke-linejoin: round; }
        """;

    public static string Write(LayeredDrawing drawing, string title, string about)
    {
        var width = Math.Max(drawing.Width, 48 + (Math.Max(title.Length * 1.6, about.Length) * 6.3));
        var height = drawing.Height + HeaderHeight;
        var root = new XElement(Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
            new XAttribute("width", Number(width)), new XAttribute("height", Number(height)),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", "title about"),
            new XElement(Svg + "title", new XAttribute("id", "title"), Clean(title)),
            new XElement(Svg + "desc", new XAttribute("id", "about"), Clean(about)),
            new XElement(Svg + "style", Style),
            ArrowHead(),
            new XElement(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "#fff")),
            Text(24, 26, "head", title, "start"),
            Text(24, 44, "about", about, "start"),
            new XElement(Svg + "g", new XAttribute("transform", $"translate(0 {Number(HeaderHeight)})"),
                drawing.Edges.Select(Line),
                drawing.Nodes.Select(Box),
                drawing.Edges.Where(e => e.Label.Length > 0).Select(e => Text(e.LabelAt.X, e.LabelAt.Y, "label", e.Label, "middle"))));
        return new XDocument(root).ToString() + "\n";
    }

    private static XElement ArrowHead() => new(Svg + "defs",
        new XElement(Svg + "marker",
            new XAttribute("id", "head"), new XAttribute("viewBox", "0 0 8 8"), new XAttribute("refX", "7"), new XAttribute("refY", "4"),
            new XAttribute("markerWidth", "7"), new XAttribute("markerHeight", "7"), new XAttribute("orient", "auto"),
            new XElement(Svg + "path", new XAttribute("d", "M0 0 8 4 0 8z"), new XAttribute("fill", "#8794a1"))));

    private static XElement Line(DrawnEdge edge)
    {
        var path = new StringBuilder($"M{Number(edge.Points[0].X)} {Number(edge.Points[0].Y)}");
        for (var i = 1; i < edge.Points.Count; i++)
        {
            var (from, to) = (edge.Points[i - 1], edge.Points[i]);
            var middle = Number((from.Y + to.Y) / 2);
            path.Append($"C{Number(from.X)} {middle} {Number(to.X)} {middle} {Number(to.X)} {Number(to.Y)}");
        }
        return new XElement(Svg + "path", new XAttribute("class", "line"), new XAttribute("d", path.ToString()), new XAttribute("marker-end", "url(#head)"));
    }

    private static XElement Box(DrawnNode drawn)
    {
        var node = drawn.Node;
        var group = new XElement(Svg + "g", new XAttribute("class", node.Kind.ToString().ToLowerInvariant()), Outline(drawn));
        if (node.Kind == PictureKind.End && node.Does.Length == 0)
        {
            group.Add(new XElement(Svg + "title", "end"));
            return group;
        }
        var y = drawn.Y - (drawn.Height / 2) + BoxSize.Padding + 9;
        foreach (var (style, line) in Lines(node))
        {
            group.Add(Text(drawn.X, y, style, line, "middle"));
            y += BoxSize.LineHeight;
        }
        return group;
    }

    private static IEnumerable<(string Style, string Line)> Lines(PictureNode node)
    {
        yield return ("name", node.Kind == PictureKind.Jump ? "→ " + node.Title : node.Title);
        if (node.Does.Length > 0)
        {
            yield return ("does", node.Does);
        }
        foreach (var line in node.Says)
        {
            yield return ("says", line);
        }
    }

    private static XElement Outline(DrawnNode drawn)
    {
        var (left, top) = (drawn.X - (drawn.Width / 2), drawn.Y - (drawn.Height / 2));
        if (drawn.Node.Kind == PictureKind.When)
        {
            var (right, bottom, cut) = (left + drawn.Width, top + drawn.Height, 12);
            var corners = new (double X, double Y)[]
            {
                (left + cut, top), (right - cut, top), (right, drawn.Y), (right - cut, bottom), (left + cut, bottom), (left, drawn.Y),
            };
            return new XElement(Svg + "polygon", new XAttribute("class", "box"), new XAttribute("points", string.Join(' ', corners.Select(c => $"{Number(c.X)},{Number(c.Y)}"))));
        }
        var radius = drawn.Node.Kind switch { PictureKind.Do => 0, PictureKind.Start or PictureKind.Wait or PictureKind.Jump or PictureKind.End => drawn.Height / 2, _ => 8 };
        return new XElement(Svg + "rect", new XAttribute("class", "box"),
            new XAttribute("x", Number(left)), new XAttribute("y", Number(top)), new XAttribute("width", Number(drawn.Width)), new XAttribute("height", Number(drawn.Height)),
            new XAttribute("rx", Number(radius)));
    }

    private static XElement Text(double x, double y, string style, string text, string anchor) => new(Svg + "text",
        new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), new XAttribute("class", style), new XAttribute("text-anchor", anchor), Clean(text));

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value > char.MaxValue || XmlConvert.IsXmlChar((char)r.Value)));
}
