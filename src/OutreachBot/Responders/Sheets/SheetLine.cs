namespace OutreachBot.Responders.Sheets;

/// <summary>One line of a sheet, as text by column.</summary>
/// <param name="Line">Where it begins, from 1.</param>
internal sealed record SheetLine(long Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A cell without the sign that keeps spreadsheets from taking it for a formula; empty where there is no such column.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "").Trim() is var cell && cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;

    public bool Has(string column) => Cells.ContainsKey(column);

    /// <summary>A cell's values between semicolons.</summary>
    public IReadOnlyList<string> List(string column) =>
        this[column].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public override string ToString() => $"[line {Line}]";
}
