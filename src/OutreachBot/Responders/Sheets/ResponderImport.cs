using OutreachBot.Agenda;
using OutreachBot.Transactions;

namespace OutreachBot.Responders.Sheets;

/// <summary>What an import did, or would do.</summary>
/// <param name="SamplesRemoved">The demo's fictional people go with the first real ones.</param>
public sealed record ImportResult(int Added, int Updated, int Unchanged, int SamplesRemoved, IReadOnlyList<SheetFault> Faults);

/// <summary>Takes a sheet of responders in: all of it, or nothing.</summary>
internal sealed class ResponderImport(IResponders responders, ResponderLineReader reader, IAgenda agenda)
{
    /// <summary>Reads and checks the sheet; needs no store.</summary>
    public (IReadOnlyList<Responder> Responders, IReadOnlyList<SheetFault> Faults) Read(ReadOnlyMemory<byte> bytes)
    {
        var (lines, faults) = ResponderSheet.Read(bytes);
        var all = new List<SheetFault>(faults);
        var read = new List<Responder>();
        var lineOf = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (reader.Read(line, all) is not { } responder)
            {
                continue;
            }
            if (!lineOf.TryAdd(responder.Address.Identity, line.Line))
            {
                all.Add(new SheetFault(line.Line, "phone", $"line {lineOf[responder.Address.Identity]} has the same number", "Keep one line for each person."));
                continue;
            }
            read.Add(responder);
        }
        if (all.Count == 0 && read.Count == 0)
        {
            all.Add(new SheetFault(2, null, "nobody is in it", "Write one line for each person."));
        }
        return (read, all);
    }

    /// <param name="dryRun">Says what would be done, and does nothing.</param>
    public ImportResult Apply(UnitOfWork unit, IReadOnlyList<Responder> read, bool dryRun)
    {
        var known = responders.All(unit).ToList();
        var byIdentity = known.Where(r => !r.IsSample).ToDictionary(r => r.Address.Identity, StringComparer.Ordinal);
        var named = read.Select(r => r.Address.Identity).ToHashSet(StringComparer.Ordinal);
        var moved = byIdentity.Values.Where(r => !named.Contains(r.Address.Identity)).ToLookup(WhoSheIs, StringComparer.Ordinal);
        var changes = read.Select(r => Change(r, byIdentity.GetValueOrDefault(r.Address.Identity), moved)).ToList();
        var samples = known.Where(r => r.IsSample).ToList();
        if (!dryRun)
        {
            foreach (var (_, changed) in changes.Where(c => !IsSame(c.Old, c.New)))
            {
                responders.Save(unit, changed);
            }
            foreach (var sample in samples)
            {
                responders.Remove(unit, sample.Id);
                agenda.Plan(unit, unit.Now, Departure.AgendaKind, sample.Id.ToString());
            }
        }
        return new ImportResult(
            changes.Count(c => c.Old is null),
            changes.Count(c => c.Old is not null && !IsSame(c.Old, c.New)),
            changes.Count(c => c.Old is not null && IsSame(c.Old, c.New)),
            samples.Count,
            []);
    }

    // A new number of somebody whose old one isn't in the sheet: she keeps her id, or whom to keep away would be forgotten with it.
    private static (Responder? Old, Responder New) Change(Responder read, Responder? sameNumber, ILookup<string, Responder> moved) =>
        sameNumber is not null ? (sameNumber, Renew(sameNumber, read))
        : read.Institution.Length > 0 && moved[WhoSheIs(read)].ToList() is [var she] ? (she, Renew(she, read) with { Address = read.Address })
        : (null, read);

    private static string WhoSheIs(Responder responder) =>
        $"{FoldedWords.AsOne(responder.Name)}|{FoldedWords.AsOne(responder.Institution)}|{responder.Role}|{responder.Country}";

    // Hers stay: what she said herself (ALTO, where she is), and what an operator said of her.
    private static Responder Renew(Responder old, Responder read) => read with
    {
        Id = old.Id,
        Address = old.Address,
        OptedOut = old.OptedOut,
        Suspended = old.Suspended,
        Place = old.Place,
        LastAlertedAt = old.LastAlertedAt,
    };

    private static bool IsSame(Responder? old, Responder read) => old is not null
        && old with { Areas = [], Languages = [], Competences = [] } == read with { Areas = [], Languages = [], Competences = [] }
        && old.Areas.SequenceEqual(read.Areas)
        && old.Languages.SequenceEqual(read.Languages)
        && old.Competences.SequenceEqual(read.Competences);
}
