using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Graphs;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Checks;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Graphs;

public sealed class FlowGraphTests
{
    private static readonly FlowBook Book = FlowBookLoader.Load(Repository.Flows).Book!;

    private static readonly Lazy<FlowBook> LoadedAnew = new(() => FlowBookLoader.Load(Repository.Flows).Book!);

    public static TheoryData<string, string> ShippedFlows => new(
        Book.Flows.Values.SelectMany(f => f.Layers.Keys.Select(l => (f.Name, l.ToString()))));

    [Theory]
    [MemberData(nameof(ShippedFlows))]
    public void Every_state_stands_in_both_pictures(string flow, string language)
    {
        var compiled = Compile(flow, language);
        var mermaid = FlowGraph.Mermaid(compiled);
        var names = Texts(XDocument.Parse(FlowGraph.Svg(compiled)), "name").ToHashSet(StringComparer.Ordinal);
        Assert.All(compiled.States.Keys, state =>
        {
            Assert.Contains($"<b>{state}</b>", mermaid, StringComparison.Ordinal);
            Assert.Contains(state, names);
        });
    }

    [Theory]
    [MemberData(nameof(ShippedFlows))]
    public void No_box_lies_over_another(string flow, string language) => Assert.Empty(Overlaps(FlowGraph.Svg(Compile(flow, language))));

    [Theory]
    [MemberData(nameof(ShippedFlows))]
    public void A_picture_is_the_same_each_time_it_is_drawn(string flow, string language) =>
        Assert.Equal(FlowGraph.Svg(Compile(flow, language)), FlowGraph.Svg(LoadedAnew.Value.Compile(flow, Tag(language))));

    [Fact]
    public void What_an_author_wrote_cannot_break_out_of_the_picture()
    {
        var book = Linted.Book("first: a", "a: {say: a, ends: true}", "a: '<script>alert(1)</script> \"]) end & #35; 🙏'");
        var compiled = book.Compile("probe", LanguageTag.Spanish);
        var svg = XDocument.Parse(FlowGraph.Svg(compiled));
        Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName == "script");
        Assert.DoesNotContain("<script>", FlowGraph.Mermaid(compiled), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_shape_of_flow_can_be_drawn_without_overlap() =>
        Gen.Int[0, 11].Array[2].Array[1, 12].Sample(
            ways =>
            {
                var states = new StringBuilder();
                for (var i = 0; i < ways.Length; i++)
                {
                    states.Append(CultureInfo.InvariantCulture, $"s{i}: {{ask: yes_no, prompt: a, yes: {Goal(ways[i][0], ways.Length)}, no: {Goal(ways[i][1], ways.Length)}}}\n");
                }
                var compiled = Linted.Book("first: s0", states.ToString(), "a: Una pregunta que no es corta").Compile("probe", LanguageTag.Spanish);
                Assert.Empty(Overlaps(FlowGraph.Svg(compiled)));
            },
            iter: 100);

    private static string Goal(int way, int states) => way >= states ? "end" : $"s{way}";

    private static List<string> Overlaps(string svg)
    {
        var boxes = XDocument.Parse(svg).Descendants().Where(e => (string?)e.Attribute("class") == "box").Select(Bounds).ToList();
        Assert.NotEmpty(boxes);
        return [.. from a in boxes
                   from b in boxes
                   where !ReferenceEquals(a, b) && a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom
                   select $"{a} over {b}"];
    }

    private static Rectangle Bounds(XElement box)
    {
        if (box.Attribute("points") is { } points)
        {
            var corners = points.Value.Split(' ').Select(c => c.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray()).ToList();
            return new(corners.Min(c => c[0]), corners.Min(c => c[1]), corners.Max(c => c[0]), corners.Max(c => c[1]));
        }
        double Of(string name) => double.Parse(box.Attribute(name)!.Value, CultureInfo.InvariantCulture);
        return new(Of("x"), Of("y"), Of("x") + Of("width"), Of("y") + Of("height"));
    }

    private static IEnumerable<string> Texts(XDocument svg, string style) =>
        svg.Descendants().Where(e => e.Name.LocalName == "text" && (string?)e.Attribute("class") == style).Select(e => e.Value);

    private static CompiledFlow Compile(string flow, string language) => Book.Compile(flow, Tag(language));

    private static LanguageTag Tag(string language) => LanguageTag.TryParse(language, out var tag) ? tag : LanguageTag.Spanish;

    private sealed record Rectangle(double Left, double Top, double Right, double Bottom);
}
