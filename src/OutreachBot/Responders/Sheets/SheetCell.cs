namespace OutreachBot.Responders.Sheets;

/// <summary>A cell of a CSV that people open in a spreadsheet.</summary>
internal static class SheetCell
{
    /// <remarks>
    /// One that begins like a formula would be one, and gets an apostrophe (OWASP, CSV injection); one with <c>;</c> is quoted for
    /// spreadsheets that part cells there.
    /// </remarks>
    public static string Write(string cell)
    {
        var safe = cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{cell}" : cell;
        return safe.AsSpan().ContainsAny(",;\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
