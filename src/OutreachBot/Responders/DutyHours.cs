using System.Globalization;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Responders;

/// <summary>The hours in which somebody is on duty, local time: <c>lun-vie 08-16</c>, <c>sab 08-12:30</c>, <c>siempre</c>.</summary>
/// <remarks>Days by three letters, Spanish or English. Hours that end before they begin go on past midnight. Holidays are free, but for <c>siempre</c>.</remarks>
public sealed class DutyHours : IEquatable<DutyHours>
{
    private const string Always = "siempre";
    private const int Day = 24 * 60;

    private static readonly string[] Spanish = ["lun", "mar", "mie", "jue", "vie", "sab", "dom"];
    private static readonly string[] English = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private readonly IReadOnlyList<Span> _spans;
    private readonly string _text;

    private DutyHours(IReadOnlyList<Span> spans)
    {
        _spans = spans;
        _text = spans.Count == 0 ? Always : string.Join(';', spans);
    }

    /// <param name="values">One or several; null is given back where one of them can't be read.</param>
    public static DutyHours? TryParse(IReadOnlyList<string> values)
    {
        if (values is [var one] && Fold(one) is Always or "always")
        {
            return new DutyHours([]);
        }
        var spans = values.Select(TryRead).OfType<Span>().ToList();
        return spans.Count == values.Count && spans.Count > 0 ? new DutyHours(spans) : null;
    }

    /// <param name="local">Her own time.</param>
    /// <param name="isHoliday">Whether a day is one where she lives.</param>
    public bool Cover(DateTime local, Func<DateOnly, bool> isHoliday)
    {
        if (_spans.Count == 0)
        {
            return true;
        }
        var today = DateOnly.FromDateTime(local);
        var minute = (local.Hour * 60) + local.Minute;
        return _spans.Any(s => (s.Has(today) && minute >= s.From && minute < s.To && !isHoliday(today))
            || (s.To > Day && s.Has(today.AddDays(-1)) && minute < s.To - Day && !isHoliday(today.AddDays(-1))));
    }

    public bool Equals(DutyHours? other) => other is not null && other._text == _text;

    public override bool Equals(object? obj) => Equals(obj as DutyHours);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>As a sheet has it.</summary>
    public override string ToString() => _text;

    private static Span? TryRead(string value)
    {
        var words = Fold(value).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || ReadTimes(words[^1]) is not var (from, to))
        {
            return null;
        }
        var days = 0;
        foreach (var word in words[..^1])
        {
            if (ReadDays(word) is not { } some)
            {
                return null;
            }
            days |= some;
        }
        return new Span(days, from, to);
    }

    /// <returns>A bit a day, Monday the lowest.</returns>
    private static int? ReadDays(string word)
    {
        var ends = word.Split('-').Select(DayOf).ToList();
        if (ends.Count > 2 || ends.Contains(-1))
        {
            return null;
        }
        var days = 0;
        for (var day = ends[0]; ; day = (day + 1) % 7)
        {
            days |= 1 << day;
            if (day == ends[^1])
            {
                return days;
            }
        }
    }

    private static int DayOf(string word) => Math.Max(Array.IndexOf(Spanish, word), Array.IndexOf(English, word));

    private static (int From, int To)? ReadTimes(string word)
    {
        var ends = word.Split('-').Select(MinuteOf).ToList();
        return ends is [{ } from and < Day, { } to] && from != to ? (from, to > from ? to : to + Day) : null;
    }

    private static int? MinuteOf(string text)
    {
        var parts = text.Split(':');
        return parts.Length <= 2 && TryNumber(parts[0], 24, out var hour) && TryNumber(parts is [_, var m] ? m : "0", 59, out var minute)
            && (hour * 60) + minute is <= Day and var at ? at : null;
    }

    private static bool TryNumber(string text, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text.Length <= 2 && number <= most;

    private static string Fold(string text) =>
        new([.. Letters.Compose(text).Trim().Select(c => c is '\u2013' or '\u2014' ? '-' : char.ToLowerInvariant(Letters.WithoutMarks(c)))]);

    /// <param name="Days">A bit a day, Monday the lowest.</param>
    /// <param name="From">Minutes from midnight.</param>
    /// <param name="To">Minutes from the same midnight: past 1440 is the next day.</param>
    private sealed record Span(int Days, int From, int To)
    {
        public bool Has(DateOnly date) => (Days & (1 << (((int)date.DayOfWeek + 6) % 7))) != 0;

        public override string ToString() => $"{string.Join(' ', Runs())} {Clock(From)}-{Clock(To > Day ? To - Day : To)}";

        private IEnumerable<string> Runs()
        {
            for (var day = 0; day < 7; day++)
            {
                var last = day;
                while (last < 7 && (Days & (1 << last)) != 0)
                {
                    last++;
                }
                if (last > day)
                {
                    yield return last - day == 1 ? Spanish[day] : $"{Spanish[day]}-{Spanish[last - 1]}";
                    day = last;
                }
            }
        }

        private static string Clock(int minutes) => minutes % 60 == 0 ? $"{minutes / 60:00}" : $"{minutes / 60:00}:{minutes % 60:00}";
    }
}
