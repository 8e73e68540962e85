namespace OutreachBot.Storage.Sqlite.Copies;

/// <summary>What becomes of a table where a backup is put over a store of the same installation.</summary>
internal enum Meeting
{
    /// <summary>It is as it was in the backup.</summary>
    Replaced,

    /// <summary>What is there stays, and what only the backup has is added.</summary>
    Joined,

    /// <summary>It stays as it is now: who has left, or said ALTO, since the backup must not be back.</summary>
    Stays,

    /// <summary>It has a rule of its own.</summary>
    Apart,
}

/// <summary>A table that goes into a backup.</summary>
/// <param name="Columns">All that go into it, by name: a column added later is decided on too.</param>
/// <param name="Meeting">Over an empty store each is as it was in the backup.</param>
/// <param name="Which">A WHERE clause; empty for all rows.</param>
/// <param name="Before">What is done to the store's own rows first; null: nothing but what <paramref name="Meeting"/> says.</param>
internal sealed record CopiedTable(string Name, string Columns, Meeting Meeting, string Which = "", string? Before = null)
{
    /// <summary>Columns that stay behind.</summary>
    public string LeftBehind { get; init; } = "";

    public string Select => $"SELECT {Columns} FROM {Name} {Which}";
}

/// <summary>A table that goes into none.</summary>
/// <param name="Why">For whoever adds one: what it would give away, or why nobody misses it.</param>
/// <param name="Emptied">False: where a backup is put over a store, what is there stays.</param>
internal sealed record LeftTable(string Name, string Why, bool Emptied = true);
