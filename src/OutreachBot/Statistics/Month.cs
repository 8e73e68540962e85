namespace OutreachBot.Statistics;

/// <summary>A calendar month, UTC.</summary>
/// <param name="Number">Months since January 1970.</param>
internal readonly record struct Month(int Number) : IComparable<Month>
{
    /// <summary>Its first moment.</summary>
    public DateTimeOffset Start() => new(1970 + Number / 12, Number % 12 + 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Month Next() => new(Number + 1);

    public static Month Of(DateTimeOffset moment) => new((moment.UtcDateTime.Year - 1970) * 12 + moment.UtcDateTime.Month - 1);

    /// <summary>Reads <c>2026-03</c>.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        var ok = DateTime.TryParseExact(text, "yyyy-MM", null, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal, out var day)
            && day.Year >= 1970;
        month = ok ? Of(new DateTimeOffset(day, TimeSpan.Zero)) : default;
        return ok;
    }

    public int CompareTo(Month other) => Number.CompareTo(other.Number);

    public static bool operator <(Month one, Month other) => one.Number < other.Number;

    public static bool operator >(Month one, Month other) => one.Number > other.Number;

    public static bool operator <=(Month one, Month other) => one.Number <= other.Number;

    public static bool operator >=(Month one, Month other) => one.Number >= other.Number;

    public override string ToString() => $"{Start().UtcDateTime:yyyy-MM}";
}
