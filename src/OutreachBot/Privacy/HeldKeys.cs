using System.Buffers.Binary;
using System.Security.Cryptography;
using OutreachBot.Agenda;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy;

/// <summary>The keys of one kind, opened and kept in memory; drawn when needed, destroyed when planned.</summary>
internal sealed class HeldKeys
{
    private readonly HeldKeyKind _kind;
    private readonly IKeyStore _store;
    private readonly IVault _vault;
    private readonly IAgenda _agenda;
    private readonly StoreCache<OpenKey[]> _open;

    public HeldKeys(HeldKeyKind kind, IKeyStore store, IVault vault, IAgenda agenda)
    {
        _kind = kind;
        _store = store;
        _vault = vault;
        _agenda = agenda;
        _open = new StoreCache<OpenKey[]>(Load);
    }

    /// <returns>Newest first.</returns>
    public IReadOnlyList<OpenKey> All(UnitOfWork unit) => _open.Get(unit);

    /// <param name="until">When it is destroyed; null: never by plan.</param>
    public OpenKey Draw(UnitOfWork unit, long number, DateTimeOffset? until)
    {
        var key = new OpenKey(number, unit.Now, RandomNumberGenerator.GetBytes(ServerKey.Size));
        Keep(unit, key, until);
        return key;
    }

    /// <summary>Keeps it as made at another time.</summary>
    public void Keep(UnitOfWork unit, OpenKey key, DateTimeOffset? until)
    {
        _store.Put(unit, new HeldKey(_kind, key.Number, key.Made, _vault.Lock(VaultPurpose.EpochKey, Context(key.Number), key.Bytes)));
        _open.Drop();
        if (until is { } due)
        {
            _agenda.Plan(unit, due, KeyDestruction.AgendaKind, KeyDestruction.Subject(_kind, key.Number));
        }
    }

    public void Destroy(UnitOfWork unit, long number)
    {
        _store.Destroy(unit, _kind, number);
        unit.LeaveNoTrace();
        _open.Drop();
    }

    private OpenKey[] Load(UnitOfWork unit) =>
        [.. _store.Read(unit, _kind).Select(held => new OpenKey(held.Number, held.Made, Open(held)))];

    // The start has checked that the server key is the store's own, so this is damage.
    private byte[] Open(HeldKey held) =>
        _vault.Unlock(VaultPurpose.EpochKey, Context(held.Number), held.Box)
        ?? throw new InvalidDataException($"{_kind} key {held.Number} in the store is damaged. Restore the data directory from a backup.");

    private byte[] Context(long number) => ContextOf(_kind, number);

    /// <summary>What a key's box is bound to.</summary>
    internal static byte[] ContextOf(HeldKeyKind kind, long number)
    {
        var context = new byte[9];
        context[0] = (byte)kind;
        BinaryPrimitives.WriteInt64BigEndian(context.AsSpan(1), number);
        return context;
    }
}
