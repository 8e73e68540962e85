using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteStoreSettings : IStoreSettings
{
    private readonly StoreCache<Dictionary<string, string>> _all = new(Load);

    public string? Get(UnitOfWork unit, string name) => _all.Get(unit).GetValueOrDefault(name);

    public void Set(UnitOfWork unit, string name, string? value)
    {
        _all.Drop();
        if (value is null)
        {
            using var remove = unit.Sqlite().Prepare("DELETE FROM meta WHERE name = ?1");
            remove.Bind(1, name).Run();
            return;
        }
        using var put = unit.Sqlite().Prepare("INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2");
        put.Bind(1, name).Bind(2, value).Run();
    }

    private static Dictionary<string, string> Load(UnitOfWork unit)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        using var read = unit.Sqlite().Prepare("SELECT name, value FROM meta");
        while (read.Step())
        {
            all[read.Text(0)] = read.Text(1);
        }
        return all;
    }
}
