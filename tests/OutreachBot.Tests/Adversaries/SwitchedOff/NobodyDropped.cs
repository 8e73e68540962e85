using OutreachBot.Conversations;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>Keeps conversations that are to be dropped.</summary>
internal sealed class NobodyDropped(IPersonStore store) : IPersonStore
{
    public StoredSession? Find(UnitOfWork unit, PersonKey person) => store.Find(unit, person);

    public void Save(UnitOfWork unit, PersonKey person, byte[] box, long before, DateTimeOffset seen) => store.Save(unit, person, box, before, seen);

    public void Remove(UnitOfWork unit, PersonKey person)
    {
    }

    public IReadOnlyList<PersonKey> Unseen(UnitOfWork unit, DateTimeOffset since, byte slice) => store.Unseen(unit, since, slice);

    public IReadOnlyList<PersonKey> Keys(UnitOfWork unit, byte slice) => store.Keys(unit, slice);
}
