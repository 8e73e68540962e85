using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>Keeps keys that are to be destroyed.</summary>
internal sealed class KeysKept(IKeyStore store) : IKeyStore
{
    public IReadOnlyList<HeldKey> Read(UnitOfWork unit, HeldKeyKind kind) => store.Read(unit, kind);

    public void Put(UnitOfWork unit, HeldKey key) => store.Put(unit, key);

    public void Destroy(UnitOfWork unit, HeldKeyKind kind, long number)
    {
    }
}
