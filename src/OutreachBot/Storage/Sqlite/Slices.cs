namespace OutreachBot.Storage.Sqlite;

/// <summary>A table walked in 256 parts by the first byte of its random keys, so that no unit of work is long.</summary>
internal static class Slices
{
    /// <summary>Binds the least key of a slice, and the least beyond it (null for the last).</summary>
    public static void Bind(Statement statement, int first, byte slice)
    {
        statement.Bind(first, [slice]);
        if (slice == byte.MaxValue)
        {
            statement.BindNull(first + 1);
        }
        else
        {
            statement.Bind(first + 1, [(byte)(slice + 1)]);
        }
    }
}
