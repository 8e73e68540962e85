using System.Globalization;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Translating.Importing;

/// <summary>What the rows of one prompt say of its review, put together.</summary>
/// <remarks>
/// A prompt is as far as the least of its parts. Where its words come from and who reviewed them stands in every row;
/// whoever changes it in one means all of them, and two rows that differ contradict each other.
/// </remarks>
internal sealed class ReviewFacts
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy"];

    private readonly IReadOnlyList<MatchedRow> _rows;
    private readonly List<RowFault> _faults;
    private readonly ImportWishes _wishes;
    private readonly Prompt? _before;
    private readonly List<string> _notices;
    private readonly string _day;

    public ReviewFacts(IReadOnlyList<MatchedRow> rows, Prompt? before, ImportWishes wishes, List<RowFault> faults, List<string> notices)
    {
        _rows = [.. rows.Where(r => r.Target.Length > 0)];
        _wishes = wishes;
        _faults = faults;
        _before = before;
        _notices = notices;
        var known = before?.Review;
        var was = before?.Status;
        // Parts that are not in the file stay as they are, and count.
        var elsewhere = before is not null && PromptPart.Of(before).Any(p => rows.All(r => r.Unit.Part != p));
        Status = _rows.Select(r => StatusOf(r.Row)).Concat(elsewhere ? [before!.Status] : []).DefaultIfEmpty(ReviewStatus.Draft).Min();
        From = Agreed("from", r => r.From, before?.From ?? "");
        By = Agreed("reviewer", r => r.Reviewer, known?.By ?? "");
        _day = Agreed("reviewed_on", r => r.ReviewedOn.Length == 0 ? "" : DayOf(r.ReviewedOn)?.ToString(Days[0], CultureInfo.InvariantCulture) ?? r.ReviewedOn, known?.On.ToString(Days[0], CultureInfo.InvariantCulture) ?? "");
        Differ = _rows.Count > 0 && (Status != was || From != (before?.From ?? "") || By != (known?.By ?? "") || _day != (known?.On.ToString(Days[0], CultureInfo.InvariantCulture) ?? ""));
        NoteHeldBack();
    }

    public ReviewStatus Status { get; private set; }

    public string From { get; private set; }

    public Review? Review { get; private set; }

    /// <summary>Whether this isn't what stands in the language file.</summary>
    public bool Differ { get; }

    private string By { get; set; }

    /// <summary>Fills in what the importer said for all, and says what is still missing.</summary>
    public void Check()
    {
        if (_rows.Count == 0)
        {
            return;
        }
        var first = _rows[0].Row;
        if (From.Length == 0 && Status > ReviewStatus.Draft && _rows.Any(r => r.HasNewWords))
        {
            From = _wishes.By ?? "";
        }
        var day = DayOf(_day);
        var isOfOldWords = By.Length > 0 && _before?.Review == new Review(By, day ?? default) && _rows.Any(r => r.HasNewWords);
        if (Status >= ReviewStatus.CommunityReviewed && (By.Length == 0 || isOfOldWords) && _wishes.By is { } by)
        {
            By = by;
            day = _wishes.On;
        }
        else if (isOfOldWords)
        {
            LeaveOldReview();
            day = null;
        }
        var isReviewed = Status >= ReviewStatus.CommunityReviewed;
        if (_day.Length > 0 && DayOf(_day) is null)
        {
            Fault(first, "reviewed_on", $"'{_day}' is no day", "Write it as 2026-11-24.");
        }
        else if (By.Length > 0 != (day is not null))
        {
            Fault(first, By.Length > 0 ? "reviewed_on" : "reviewer", By.Length > 0 ? "the day of the review is missing" : "nobody is named for this review", "A review has both: who, and the day as 2026-11-24.");
        }
        else if (isReviewed && day is null)
        {
            Fault(first, "reviewer", $"it is {StatusWords.Of(Status)}, and nobody is named", "Write who reviewed it and on which day, or import with --by NAME.");
        }
        else if (Status == ReviewStatus.Translated && From.Length == 0 && By.Length == 0)
        {
            Fault(first, "from", "it is translated, and nothing says by whom", "Write who translated it, or where the words are attested; or import with --by NAME.");
        }
        Review = By.Length > 0 && day is { } on ? new Review(By, on) : null;
    }

    // She reviewed other words than these.
    private void LeaveOldReview()
    {
        var back = From.Length > 0 ? ReviewStatus.Translated : ReviewStatus.Draft;
        if (Status > back)
        {
            _notices.Add($"{_rows[0].Row.Place}: '{_rows[0].Unit.Flow}.{_rows[0].Unit.Prompt}' goes back to {StatusWords.Of(back)}: its words have changed since the review that is named. Name the new one to keep it {StatusWords.Of(Status)}.");
            Status = back;
        }
        By = "";
    }

    private ReviewStatus StatusOf(TranslationRow row)
    {
        if (row.Status.Length == 0)
        {
            return ReviewStatus.Draft;
        }
        if (!StatusWords.TryRead(row.Status, out var status))
        {
            Fault(row, "status", $"there is no status '{row.Status}'", $"Write one of {string.Join(", ", StatusWords.All)}.");
        }
        return status;
    }

    private string Agreed(string column, Func<TranslationRow, string> of, string before)
    {
        var changed = _rows.Select(r => (r.Row, Said: Squeezed(of(r.Row)))).Where(r => r.Said != Squeezed(before)).ToList();
        foreach (var (row, said) in changed)
        {
            if (said.Any(char.IsControl))
            {
                Fault(row, column, "there is a control character in it", "Write one line of plain text.");
            }
            else if (said != changed[0].Said && said.Length > 0 && changed[0].Said.Length > 0)
            {
                Fault(row, column, $"it is '{said}' here and '{changed[0].Said}' in {changed[0].Row.Place}, for the same prompt", "Write the same in all its rows; several names may stand in one.");
            }
        }
        // A cell emptied in one row of several is a slip; in all of them it is meant.
        return changed.Select(c => c.Said).FirstOrDefault(s => s.Length > 0) ?? (changed.Count < _rows.Count ? before : "");
    }

    private void NoteHeldBack()
    {
        var least = _rows.FirstOrDefault(r => StatusWords.TryRead(r.Row.Status, out var s) && s == Status);
        if (least.Row is not null && Status == _before?.Status && _rows.Any(r => StatusWords.TryRead(r.Row.Status, out var s) && s > Status))
        {
            _notices.Add($"{least.Row.Place}: '{least.Unit.Flow}.{least.Unit.Prompt}' stays {StatusWords.Of(Status)}: this row of it still is, others are further.");
        }
    }

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private void Fault(TranslationRow row, string column, string problem, string mend) => _faults.Add(new RowFault(row.Place, column, problem, mend));

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
