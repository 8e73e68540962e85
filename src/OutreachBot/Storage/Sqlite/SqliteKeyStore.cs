using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteKeyStore : IKeyStore
{
    public IReadOnlyList<HeldKey> Read(UnitOfWork unit, HeldKeyKind kind)
    {
        var keys = new List<HeldKey>();
        using var read = unit.Sqlite().Prepare("SELECT number, made, box FROM held_key WHERE kind = ?1 ORDER BY number DESC");
        read.Bind(1, Name(kind));
        while (read.Step())
        {
            keys.Add(new HeldKey(kind, read.Int64(0), DateTimeOffset.FromUnixTimeMilliseconds(read.Int64(1)), read.Blob(2)));
        }
        return keys;
    }

    public void Put(UnitOfWork unit, HeldKey key)
    {
        using var put = unit.Sqlite().Prepare(
            "INSERT INTO held_key (kind, number, made, box) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (kind, number) DO UPDATE SET made = ?3, box = ?4");
        put.Bind(1, Name(key.Kind)).Bind(2, key.Number).Bind(3, key.Made.ToUnixTimeMilliseconds()).Bind(4, key.Box).Run();
    }

    public void Destroy(UnitOfWork unit, HeldKeyKind kind, long number)
    {
        using var remove = unit.Sqlite().Prepare("DELETE FROM held_key WHERE kind = ?1 AND number = ?2");
        remove.Bind(1, Name(kind)).Bind(2, number).Run();
    }

    private static string Name(HeldKeyKind kind) => kind switch
    {
        HeldKeyKind.Epoch => "epoch",
        HeldKeyKind.Day => "day",
        HeldKeyKind.ProviderId => "provider_id",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
