using System.Globalization;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Responders.Sheets;

/// <summary>What stands in the columns that a sheet may leave out.</summary>
internal sealed record FurtherCells(
    DutyHours? Hours, int? Capacity, Training Training, IReadOnlyList<string> ExcludedKinds, IReadOnlyList<string> ExcludedInstitutions)
{
    public Responder AddTo(Responder responder) => responder with
    {
        Hours = Hours,
        Capacity = Capacity,
        Training = Training,
        ExcludedKinds = ExcludedKinds,
        ExcludedInstitutions = ExcludedInstitutions,
    };

    public override string ToString() => "[further cells]";
}

/// <summary>The columns a sheet may leave out: hours, capacity, training, what she excluded herself from.</summary>
/// <remarks>A sheet without such a column says nothing of it: on file it stays as it is, and who is new has none.</remarks>
internal sealed class FurtherColumns(TimeProvider time)
{
    public const string Hours = "hours";
    public const string Capacity = "capacity";
    public const string TrainedOn = "trained_on";
    public const string Excludes = "excludes";

    /// <summary>Leads the name of an institution that she is tied to.</summary>
    public const string Institution = "institution:";

    private const int MostCapacity = 99;
    private const int LongestInstitution = 120;

    public static readonly IReadOnlyList<string> All = [Hours, Capacity, TrainedOn, Excludes];

    public FurtherCells Read(SheetLine line, ResponderRole role, IReadOnlyCollection<string> kinds, LineFaults faults)
    {
        var excluded = line.List(Excludes);
        return new FurtherCells(
            ReadHours(line, faults),
            ReadCapacity(line, faults),
            ReadTraining(line, role, faults),
            [.. excluded.Where(e => !IsInstitution(e)).Select(e => ReadKind(SpanishWords.Read(e), role, kinds, faults)).Distinct(StringComparer.Ordinal)],
            [.. excluded.Where(IsInstitution).Select(e => ReadInstitution(e, faults)).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>What stands in a column for somebody.</summary>
    public static string CellOf(Responder person, string column) => column switch
    {
        Hours => person.Hours?.ToString() ?? "",
        Capacity => person.Capacity?.ToString(CultureInfo.InvariantCulture) ?? "",
        TrainedOn => person.Training.ToString(),
        _ => string.Join(';', person.ExcludedKinds.Concat(person.ExcludedInstitutions.Select(i => Institution + i))),
    };

    /// <summary>What is on file stays where the sheet says nothing of it.</summary>
    /// <param name="columns">Those of the sheet.</param>
    public static Responder Renew(Responder old, Responder read, IReadOnlySet<string> columns) => read with
    {
        Hours = columns.Contains(Hours) ? read.Hours : old.Hours,
        OutOfHours = old.OutOfHours && read.OnDuty,
        Capacity = columns.Contains(Capacity) ? read.Capacity : old.Capacity,
        Training = columns.Contains(TrainedOn) ? read.Training : old.Training,
        ExcludedKinds = columns.Contains(Excludes) ? read.ExcludedKinds : old.ExcludedKinds,
        ExcludedInstitutions = columns.Contains(Excludes) ? read.ExcludedInstitutions : old.ExcludedInstitutions,
    };

    private static DutyHours? ReadHours(SheetLine line, LineFaults faults)
    {
        var values = line.List(Hours);
        var hours = DutyHours.TryParse(values);
        if (values.Count > 0 && hours is null)
        {
            faults.Add(Hours, "no hours can be read there", "Write days and hours like lun-vie 08-16, with ; between several, or siempre; empty means 07-19 from Monday to Saturday.");
        }
        return hours;
    }

    private static int? ReadCapacity(SheetLine line, LineFaults faults)
    {
        var text = line[Capacity];
        if (text.Length == 0)
        {
            return null;
        }
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var capacity) && capacity is > 0 and <= MostCapacity)
        {
            return capacity;
        }
        faults.Add(Capacity, $"it is no number from 1 to {MostCapacity}", "Write how many open cases she can carry; empty means no limit.");
        return null;
    }

    private Training ReadTraining(SheetLine line, ResponderRole role, LineFaults faults)
    {
        if (!line.Has(TrainedOn))
        {
            return Training.Vouched;
        }
        if (!Training.TryParse(SpanishWords.Read(line[TrainedOn]), out var training))
        {
            faults.Add(TrainedOn, "it is no day", "Write year-month-day like 2026-05-01 (or 01/05/2026), yes where the day isn't known, or nothing while she is not trained.");
        }
        else if (training.Day > DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))
        {
            faults.Add(TrainedOn, "that day is still to come", "Leave it empty until she has been trained.");
        }
        else if (training.IsPending && role == ResponderRole.Coordinator)
        {
            faults.Add(TrainedOn, "a coordinator gets what nobody takes, and can't be without training", "Write the day, or take her out until then.");
        }
        return training;
    }

    private static bool IsInstitution(string excluded) => excluded.StartsWith(Institution, StringComparison.OrdinalIgnoreCase);

    private static string ReadKind(string kind, ResponderRole role, IReadOnlyCollection<string> kinds, LineFaults faults)
    {
        if (!kinds.Contains(kind))
        {
            faults.Add(
                Excludes, $"'{LineFaults.Shown(kind)}' is no kind",
                $"Write kinds ({string.Join(' ', kinds)}) or {Institution}NAME, with ; between.");
        }
        else if (role == ResponderRole.Coordinator)
        {
            faults.Add(Excludes, "a coordinator gets what nobody takes, of whatever kind", $"Take the kind out: she can pass a case on. {Institution}NAME she may have.");
        }
        return kind;
    }

    private static string ReadInstitution(string excluded, LineFaults faults)
    {
        var name = excluded[Institution.Length..].Trim();
        if (FoldedWords.AsOne(name).Length == 0 || name.Length > LongestInstitution || name.Any(char.IsControl))
        {
            faults.Add(Excludes, $"no institution's name of at most {LongestInstitution} characters stands after {Institution}", "Write it as the column institution has it.");
        }
        return Letters.Compose(name);
    }
}
