using OutreachBot.Addresses;
using OutreachBot.Agenda;
using OutreachBot.Transactions;

namespace OutreachBot.Responders;

/// <summary>Who is on file, from memory.</summary>
internal sealed class ResponderBook : IResponders
{
    private readonly IResponderStore _store;
    private readonly IAgenda _agenda;
    private readonly StoreCache<Pages> _pages;

    public ResponderBook(IResponderStore store, IAgenda agenda)
    {
        _store = store;
        _agenda = agenda;
        _pages = new StoreCache<Pages>(unit => new Pages(store.Load(unit)));
    }

    public IReadOnlyList<Responder> All(UnitOfWork unit) => _pages.Get(unit).All;

    public Responder? Find(UnitOfWork unit, ResponderId id) => _pages.Get(unit).ById.GetValueOrDefault(id);

    public Responder? FindByAddress(UnitOfWork unit, Address address) => _pages.Get(unit).ByIdentity.GetValueOrDefault(address.Identity);

    public void Save(UnitOfWork unit, Responder responder)
    {
        if (Arrival.IsOne(Find(unit, responder.Id), responder))
        {
            Arrival.Plan(_agenda, unit);
        }
        _store.Put(unit, responder);
        _pages.Drop();
    }

    public void Remove(UnitOfWork unit, ResponderId id)
    {
        _store.Remove(unit, id);
        _pages.Drop();
    }

    private sealed class Pages(IReadOnlyList<Responder> all)
    {
        public IReadOnlyList<Responder> All { get; } = all;

        public Dictionary<ResponderId, Responder> ById { get; } = all.ToDictionary(r => r.Id);

        /// <summary>One number is one person on SMS and on WhatsApp.</summary>
        public Dictionary<string, Responder> ByIdentity { get; } = all.ToDictionary(r => r.Address.Identity, StringComparer.Ordinal);
    }
}
