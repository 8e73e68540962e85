namespace OutreachBot.Flows.Languages;

/// <summary>Days from the first to the last, both included; a single day is a range of one.</summary>
public readonly record struct DateRange
{
    public DateRange(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        From = from;
        To = to;
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    public static DateRange Of(DateOnly day) => new(day, day);

    public static DateRange Month(DateOnly anyDay)
    {
        var first = new DateOnly(anyDay.Year, anyDay.Month, 1);
        return new(first, first.AddMonths(1).AddDays(-1));
    }

    public static DateRange Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>ISO 8601: <c>2026-05-12</c>, or <c>2026-05-12/2026-05-18</c>.</summary>
    public override string ToString() => From == To ? $"{From:yyyy-MM-dd}" : $"{From:yyyy-MM-dd}/{To:yyyy-MM-dd}";
}
