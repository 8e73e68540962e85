namespace OutreachBot.Doctor.Theft;

/// <summary>The database as whoever has its file reads it: every table, whatever is in it.</summary>
internal interface IStolenStore
{
    IReadOnlyList<string> Tables();

    /// <summary>How tables are made: words that lie in the file by right.</summary>
    IReadOnlyList<string> Shapes();

    /// <summary>All rows of a table, one after another.</summary>
    IEnumerable<StolenRow> Rows(string table);
}

/// <summary>One row: text as <see cref="string"/>, bytes as arrays, numbers as <see cref="long"/>, by the column's name.</summary>
internal sealed class StolenRow(IReadOnlyDictionary<string, object?> cells)
{
    public IEnumerable<KeyValuePair<string, object?>> Cells => cells;

    public byte[]? Bytes(string column) => cells.GetValueOrDefault(column) as byte[];

    public string Text(string column) => cells.GetValueOrDefault(column) as string ?? "";

    public long Number(string column) => cells.GetValueOrDefault(column) as long? ?? 0;

    public override string ToString() => "[row]";
}
