namespace OutreachBot.Storage.Sqlite.Copies;

/// <summary>What becomes of a table where a backup is put into a store. Nothing that is there is undone: what the backup has is only added.</summary>
/// <remarks>
/// What is there is newer, and protects: who has declared a conflict since, was named by a reporter, has left, or has covered
/// her thread stays safe only if no row of hers goes back to what it was.
/// </remarks>
internal enum Meeting
{
    /// <summary>What is there stays, and what only the backup has is added.</summary>
    Joined,

    /// <summary>Only what belongs to reports that are missing here, and were not erased, is added.</summary>
    OfAdded,

    /// <summary>It stays as it is now: who has left, or said ALTO, since the backup must not be back. It comes where nobody is there yet.</summary>
    Stays,

    /// <summary>It has a rule of its own.</summary>
    Apart,
}

/// <summary>A table that goes into a backup.</summary>
/// <param name="Columns">All that go into it, by name: a column added later is decided on too.</param>
/// <param name="Meeting">Into an empty store each comes as it was in the backup, but for what was erased since.</param>
/// <param name="Which">A WHERE clause; empty for all rows.</param>
internal sealed record CopiedTable(string Name, string Columns, Meeting Meeting, string Which = "")
{
    /// <summary>The condition of a table that names its report in <c>tip</c>.</summary>
    public const string OfAddedTip = "b.tip IN (SELECT id FROM added)";

    /// <summary>Columns that stay behind.</summary>
    public string LeftBehind { get; init; } = "";

    /// <summary>Which of the backup's rows, <c>b</c>, are added to the store, <c>line</c>; <c>added</c> are the reports that are missing there.</summary>
    public string Added { get; init; } = Meeting is Meeting.OfAdded ? OfAddedTip : "TRUE";

    public string Select => $"SELECT {Columns} FROM {Name} {Which}";
}

/// <summary>A table that goes into none. Where a backup is put over a store, what is there stays.</summary>
/// <param name="Why">For whoever adds one: what it would give away, or why nobody misses it.</param>
internal sealed record LeftTable(string Name, string Why);
