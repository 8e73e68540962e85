using System.Text;
using OutreachBot.Tips;

namespace OutreachBot.Backups;

/// <summary>A file of ids, one a line; blank lines and those with # are passed over.</summary>
/// <param name="Others">Remarks, and lines that are neither these nor ids, as they stand.</param>
/// <param name="Damaged">The number of the first line that is none of these; null: there is none.</param>
/// <param name="IsTorn">The last line has no end and is no id: whoever wrote it was stopped. It is in none of the lists.</param>
internal sealed record LedgerLines(IReadOnlyList<TipId> Ids, IReadOnlyList<string> Others, int? Damaged, bool IsTorn)
{
    public static LedgerLines Empty { get; } = new([], [], Damaged: null, IsTorn: false);

    public static LedgerLines Read(string path)
    {
        var (ids, others, isTorn) = (new List<TipId>(), new List<string>(), false);
        int? damaged = null;
        var lines = File.ReadAllText(path, Encoding.UTF8).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0)
            {
                continue;
            }
            if (TipId.TryParse(line, out var id))
            {
                ids.Add(id);
            }
            else if (!line.StartsWith('#') && i == lines.Length - 1)
            {
                isTorn = true;
            }
            else
            {
                others.Add(line);
                damaged ??= line.StartsWith('#') ? null : i + 1;
            }
        }
        return new LedgerLines(ids, others, damaged, isTorn);
    }

    /// <summary>With these too: each id once, by its own order, so that it can't be told which came last.</summary>
    public string With(IEnumerable<TipId> more) => string.Concat(Others
        .Concat(Ids.Concat(more).Select(id => id.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        .Select(line => $"{line}\n"));
}
