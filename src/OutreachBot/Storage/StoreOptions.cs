using OutreachBot.Hosting;

namespace OutreachBot.Storage;

/// <summary>Settings under <c>Storage</c>.</summary>
public sealed class StoreOptions
{
    public const string Section = "Storage";

    public string Provider { get; set; } = "sqlite";

    /// <summary>For a database server; the embedded one lives in the data directory.</summary>
    public string? ConnectionString { get; set; }

    /// <exception cref="StartRefusedException">The setting, and how to mend it.</exception>
    public void Check()
    {
        if (string.Equals(Provider, "postgres", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartRefusedException(
                "Storage__Provider=postgres is not built yet. Leave it out, or set Storage__Provider=sqlite: one machine then keeps everything in --data DIR.");
        }
        if (!string.Equals(Provider, "sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartRefusedException("Storage__Provider names no store that is known. Leave it out, or set Storage__Provider=sqlite.");
        }
        if (!string.IsNullOrEmpty(ConnectionString))
        {
            throw new StartRefusedException(
                "Storage__ConnectionString is for a database server, and the store is sqlite. Leave it out; --data DIR says where the database lies.");
        }
    }
}
