using System.Text.Json;
using OutreachBot.Privacy;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteHandOverStore(IVault vault) : IHandOverStore
{
    public HandOverCopy? Find(UnitOfWork unit, TipId tip)
    {
        using var find = unit.Sqlite().Prepare("SELECT box FROM hand_over WHERE tip = ?1");
        var key = tip.Value.ToBytes();
        return find.Bind(1, key).Step() && vault.Unlock(VaultPurpose.HandOver, key, find.Blob(0)) is { } json
            ? JsonSerializer.Deserialize(json, TipBoxesJson.Default.HandOverCopy)
            : null;
    }

    public void Save(UnitOfWork unit, TipId tip, HandOverCopy copy)
    {
        var key = tip.Value.ToBytes();
        var json = JsonSerializer.SerializeToUtf8Bytes(copy, TipBoxesJson.Default.HandOverCopy);
        using var save = unit.Sqlite().Prepare(
            "INSERT INTO hand_over (tip, box) VALUES (?1, ?2) ON CONFLICT (tip) DO UPDATE SET box = ?2");
        save.Bind(1, key).Bind(2, vault.Lock(VaultPurpose.HandOver, key, json)).Run();
    }

    public void Destroy(UnitOfWork unit, TipId tip)
    {
        using var destroy = unit.Sqlite().Prepare("DELETE FROM hand_over WHERE tip = ?1");
        destroy.Bind(1, tip.Value.ToBytes()).Run();
    }
}
