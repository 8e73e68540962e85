using OutreachBot.Agenda;
using OutreachBot.Transactions;

namespace OutreachBot.Responders.Sheets;

/// <summary>What an import did, or would do.</summary>
/// <param name="SamplesRemoved">The demo's fictional people go with the first real ones.</param>
/// <param name="KeysDestroyed">Theirs go with them.</param>
/// <param name="Arrivals">Who is new in a list that was there before: among them perhaps somebody who had left.</param>
/// <param name="Namesakes">On file under another number, with the name, institution and role of somebody new: perhaps the same woman.</param>
/// <param name="Faults">With any of them nothing was done.</param>
public sealed record ImportResult(
    int Added, int Updated, int Unchanged, int SamplesRemoved, int KeysDestroyed, IReadOnlyList<Newcomer> Arrivals,
    IReadOnlyList<ResponderId> Namesakes, IReadOnlyList<SheetFault> Faults)
{
    /// <summary>Somebody's number is on file in another role: nothing was done.</summary>
    public static ImportResult Refused(IReadOnlyList<SheetFault> faults) => new(0, 0, 0, 0, 0, [], [], faults);

    /// <summary>Where there is nobody yet, all are new.</summary>
    public static ImportResult AllNew(int people) => new(people, 0, 0, 0, 0, [], [], []);
}

/// <summary>Somebody new on file.</summary>
/// <param name="Line">Where she stands in the sheet.</param>
public sealed record Newcomer(long Line, ResponderRole Role, ResponderId Id);

/// <summary>Who is in a sheet, and which columns it has: of what it leaves out it says nothing.</summary>
/// <param name="LineOf">Where somebody stands, by the identity of her number.</param>
internal sealed record PeopleRead(IReadOnlyList<Responder> People, IReadOnlySet<string> Columns, IReadOnlyDictionary<string, long> LineOf)
{
    public override string ToString() => "[people read]";
}

/// <summary>Takes a sheet of responders in: all of it, or nothing.</summary>
internal sealed class ResponderImport(IResponders responders, ResponderLineReader reader, IAgenda agenda, IResponderKeys keys)
{
    /// <inheritdoc cref="Read(ResponderLineReader, ReadOnlyMemory{byte})"/>
    public (PeopleRead People, IReadOnlyList<SheetFault> Faults) Read(ReadOnlyMemory<byte> bytes) => Read(reader, bytes);

    /// <summary>Reads and checks the sheet; needs no store.</summary>
    public static (PeopleRead People, IReadOnlyList<SheetFault> Faults) Read(ResponderLineReader reader, ReadOnlyMemory<byte> bytes)
    {
        var (content, faults) = ResponderSheet.Read(bytes);
        var all = new List<SheetFault>(faults);
        var read = new List<Responder>();
        var lineOf = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in content.Lines)
        {
            var (responder, wrong) = reader.Read(line);
            all.AddRange(wrong);
            if (responder is null)
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
        return (new PeopleRead(read, content.Columns, lineOf), all);
    }

    /// <param name="dryRun">Says what would be done, and does nothing.</param>
    public ImportResult Apply(UnitOfWork unit, PeopleRead sheet, bool dryRun)
    {
        var read = sheet.People;
        var known = responders.All(unit).ToList();
        var byIdentity = known.Where(r => !r.IsSample).ToDictionary(r => r.Address.Identity, StringComparer.Ordinal);
        var changes = read.Select(r => Change(r, byIdentity.GetValueOrDefault(r.Address.Identity), sheet.Columns)).ToList();
        if (changes.Where(c => c.Old is { } old && old.Role != c.New.Role).Select(c => OtherRole(c.Old!, sheet)).ToList() is { Count: > 0 } faults)
        {
            return ImportResult.Refused(faults);
        }
        var samples = known.Where(r => r.IsSample).ToList();
        var destroyed = 0;
        if (!dryRun)
        {
            foreach (var (_, changed) in changes.Where(c => !IsSame(c.Old, c.New)))
            {
                responders.Save(unit, changed);
            }
            foreach (var sample in samples)
            {
                responders.Remove(unit, sample.Id);
                destroyed += keys.DestroyOf(unit, sample.Id);
                agenda.Plan(unit, unit.Now, Departure.AgendaKind, sample.Id.ToString());
            }
        }
        return new ImportResult(
            changes.Count(c => c.Old is null),
            changes.Count(c => c.Old is not null && !IsSame(c.Old, c.New)),
            changes.Count(c => c.Old is not null && IsSame(c.Old, c.New)),
            samples.Count,
            destroyed,
            byIdentity.Count == 0 ? [] : [.. changes.Where(c => c.Old is null).Select(c => new Newcomer(sheet.LineOf[c.New.Address.Identity], c.New.Role, c.New.Id))],
            NamesakesOf(changes.Where(c => c.Old is null).Select(c => c.New), byIdentity.Values),
            []);
    }

    private static (Responder? Old, Responder New) Change(Responder read, Responder? sameNumber, IReadOnlySet<string> columns) =>
        sameNumber is null ? (null, read) : (sameNumber, Renew(sameNumber, read, columns));

    // What she holds was given to her in her role: an official may not come to it by an import.
    private static SheetFault OtherRole(Responder old, PeopleRead sheet) => new(
        sheet.LineOf[old.Address.Identity], "role", $"the number is on file as a {old.Role.ToString().ToLowerInvariant()}'s",
        $"Give what she has to others first: responders retire {old.Id}, then import.");

    // Two women of one name and institution are ordinary: a new number is never taken for hers. Whom to keep away is known by name.
    private static IReadOnlyList<ResponderId> NamesakesOf(IEnumerable<Responder> added, IEnumerable<Responder> known)
    {
        var names = added.Select(WhoSheIs).ToHashSet(StringComparer.Ordinal);
        return [.. known.Where(r => names.Contains(WhoSheIs(r))).Select(r => r.Id)];
    }

    private static string WhoSheIs(Responder responder) =>
        $"{FoldedWords.AsOne(responder.Name)}|{FoldedWords.AsOne(responder.Institution)}|{responder.Role}|{responder.Country}";

    // Hers stay: what she said herself (ALTO, where she is), and what an operator said of her.
    private static Responder Renew(Responder old, Responder read, IReadOnlySet<string> columns) => FurtherColumns.Renew(old, read, columns) with
    {
        Id = old.Id,
        Address = old.Address,
        OptedOut = old.OptedOut,
        Suspended = old.Suspended,
        Covered = old.Covered,
        Place = old.Place,
        LastAlertedAt = old.LastAlertedAt,
    };

    private static bool IsSame(Responder? old, Responder read) => old is not null
        && WithoutLists(old) == WithoutLists(read)
        && old.Areas.SequenceEqual(read.Areas)
        && old.Languages.SequenceEqual(read.Languages)
        && old.Competences.SequenceEqual(read.Competences)
        && old.ExcludedKinds.SequenceEqual(read.ExcludedKinds)
        && old.ExcludedInstitutions.SequenceEqual(read.ExcludedInstitutions);

    private static Responder WithoutLists(Responder responder) =>
        responder with { Areas = [], Languages = [], Competences = [], ExcludedKinds = [], ExcludedInstitutions = [] };
}
