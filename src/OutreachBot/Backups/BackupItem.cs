namespace OutreachBot.Backups;

/// <summary>What a backup holds, one after the other: a table's columns, then its rows.</summary>
internal abstract record BackupItem;

internal sealed record BackupTable(string Name, IReadOnlyList<string> Columns) : BackupItem;

/// <summary>A row of the table named last.</summary>
/// <param name="Cells">In the order of its columns: null, <see cref="long"/>, <see cref="string"/> or bytes.</param>
internal sealed record BackupRow(IReadOnlyList<object?> Cells) : BackupItem
{
    public override string ToString() => "[row]";
}
