using OutreachBot.Addresses;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>Words between the ends stay when they are read.</summary>
internal sealed class WordsKept(ICaseStore store) : ICaseStore
{
    public string? Take(UnitOfWork unit, TipId tip, RelayEnd to)
    {
        var words = store.Take(unit, tip, to);
        if (words is not null)
        {
            store.Leave(unit, tip, to, words);
        }
        return words;
    }

    public void KeepContact(UnitOfWork unit, TipId tip, Contact contact) => store.KeepContact(unit, tip, contact);

    public Contact? ContactOf(UnitOfWork unit, TipId tip) => store.ContactOf(unit, tip);

    public IReadOnlyList<TipId> WithContact(UnitOfWork unit, Address address) => store.WithContact(unit, address);

    public void DropContact(UnitOfWork unit, TipId tip) => store.DropContact(unit, tip);

    public void Leave(UnitOfWork unit, TipId tip, RelayEnd to, string words) => store.Leave(unit, tip, to, words);

    public void PutAside(UnitOfWork unit, TipId tip, RelayEnd to, string words) => store.PutAside(unit, tip, to, words);

    public string? TakeAside(UnitOfWork unit, TipId tip, RelayEnd to) => store.TakeAside(unit, tip, to);

    public bool WaitsAside(UnitOfWork unit, TipId tip, RelayEnd to) => store.WaitsAside(unit, tip, to);

    public void DropWords(UnitOfWork unit, TipId tip, RelayEnd to) => store.DropWords(unit, tip, to);

    public bool Waits(UnitOfWork unit, TipId tip, RelayEnd to) => store.Waits(unit, tip, to);

    public void Destroy(UnitOfWork unit, TipId tip) => store.Destroy(unit, tip);
}
