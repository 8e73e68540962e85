using System.Text.Json;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Responders.Pins;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqlitePinStore(IVault vault) : IPinStore
{
    public PinRecord Find(UnitOfWork unit, ResponderId responder)
    {
        var key = responder.Value.ToBytes();
        using var find = unit.Sqlite().Prepare("SELECT box FROM responder_pin WHERE responder = ?1");
        if (!find.Bind(1, key).Step())
        {
            return PinRecord.None;
        }
        // Going on as if there were none would let whoever damaged the row choose one.
        var json = vault.Unlock(VaultPurpose.ResponderPin, key, find.Blob(0))
            ?? throw new InvalidDataException("A responder's PIN can't be unlocked: the server key is another one, or the row is damaged. 'responders pin-reset' takes it back.");
        return JsonSerializer.Deserialize<PinRecord>(json)!;
    }

    public void Save(UnitOfWork unit, ResponderId responder, PinRecord record)
    {
        var key = responder.Value.ToBytes();
        using var save = unit.Sqlite().Prepare("INSERT OR REPLACE INTO responder_pin (responder, box) VALUES (?1, ?2)");
        save.Bind(1, key).Bind(2, vault.Lock(VaultPurpose.ResponderPin, key, JsonSerializer.SerializeToUtf8Bytes(record))).Run();
    }

    public void Remove(UnitOfWork unit, ResponderId responder)
    {
        using var remove = unit.Sqlite().Prepare("DELETE FROM responder_pin WHERE responder = ?1");
        remove.Bind(1, responder.Value.ToBytes()).Run();
    }
}
