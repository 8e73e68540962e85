using System.Text;
using CsCheck;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Loading;

/// <summary>The law: whatever stands in the files, loading gives a book or says what is wrong; it never throws.</summary>
public sealed class FlowLoadingLawTests
{
    private static readonly Dictionary<string, byte[]> Good =
        SmallFlows.Files(("shared/keywords.yaml", "concepts:\n  hello: {es: [hola]}\n  menu: {es: [menu]}\n  report: {es: [denunciar]}\n  danger: {es: [peligro]}\n  person: {es: [persona]}\n  language: {es: [idioma]}\n"))
            .ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value));

    private static readonly string[] Paths = [.. Good.Keys.Order(StringComparer.Ordinal)];

    private static readonly string[] Scraps =
    [
        "&a", "*a", "!!str", "{", "}", "[", "]", "- ", "? ", ": ", "|", ">", "\t", "'", "\"", "\\x", "\\U00110000", "%YAML 9.9", "---", "...", "#",
        "end", "ask: story", "then: then", "\u0000", "\uD83D\uDE42", "\uFEFF", "~", "null", "<<: *x", "{{{{{{{{{{{{{{{{", "[[[[[[[[[[[[[[[[", "\r", "\u0085",
    ];

    private static readonly Gen<(int File, int Kind, int At, int Length, int Scrap, byte Byte)> Change =
        Gen.Select(Gen.Int[0, Paths.Length - 1], Gen.Int[0, 5], Gen.Int[0, 4000], Gen.Int[1, 60], Gen.Int[0, Scraps.Length - 1], Gen.Byte);

    [Fact]
    public void Changed_at_random_a_flow_loads_or_is_explained() =>
        Change.Array[1, 4].Sample(
            changes =>
            {
                var files = new Dictionary<string, byte[]>(Good);
                foreach (var change in changes)
                {
                    files[Paths[change.File]] = Apply(files[Paths[change.File]], change);
                }
                var result = FlowBookLoader.Load(files);
                return (result.Book is not null) != result.Diagnostics.Any(d => d.Severity == Severity.Error)
                    && result.Diagnostics.All(d => d.Spot.Line >= 1 && d.Spot.Column >= 1 && d.Problem.Length > 0 && d.Mend.Length > 0);
            },
            iter: 500);

    [Fact]
    public void Noise_is_explained() =>
        Gen.Select(Gen.Int[0, Paths.Length - 1], Gen.Byte.Array[0, 400]).Sample(
            (file, bytes) =>
            {
                var result = FlowBookLoader.Load(new Dictionary<string, byte[]>(Good) { [Paths[file]] = bytes });
                return (result.Book is not null) != result.Diagnostics.Any(d => d.Severity == Severity.Error);
            },
            iter: 200);

    [Fact]
    public void Lines_in_any_order_are_explained() =>
        Gen.Select(Gen.Int[0, Paths.Length - 1], Gen.Int[0, 200], Gen.Int[0, 200], Gen.Int[0, 12]).Sample(
            (file, from, to, indent) =>
            {
                var lines = Encoding.UTF8.GetString(Good[Paths[file]]).Split('\n').ToList();
                var line = lines[from % lines.Count];
                lines.RemoveAt(from % lines.Count);
                lines.Insert(lines.Count == 0 ? 0 : to % lines.Count, new string(' ', indent) + line.TrimStart());
                var result = FlowBookLoader.Load(new Dictionary<string, byte[]>(Good) { [Paths[file]] = Encoding.UTF8.GetBytes(string.Join('\n', lines)) });
                return (result.Book is not null) != result.Diagnostics.Any(d => d.Severity == Severity.Error);
            },
            iter: 250);

    private static byte[] Apply(byte[] bytes, (int File, int Kind, int At, int Length, int Scrap, byte Byte) change)
    {
        var list = new List<byte>(bytes);
        var at = list.Count == 0 ? 0 : change.At % list.Count;
        var length = Math.Min(change.Length, list.Count - at);
        switch (change.Kind)
        {
            case 0 when list.Count > 0:
                list[at] = change.Byte;
                break;
            case 1:
                list.RemoveRange(at, length);
                break;
            case 2:
                list.InsertRange(at, Encoding.UTF8.GetBytes(Scraps[change.Scrap]));
                break;
            case 3:
                list.InsertRange(at, list.GetRange(at, length));
                break;
            case 4:
                list.RemoveRange(at, list.Count - at);
                break;
            default:
                list.Insert(at, change.Byte);
                break;
        }
        return [.. list];
    }
}
