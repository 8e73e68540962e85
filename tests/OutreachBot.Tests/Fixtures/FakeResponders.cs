using OutreachBot.Addresses;
using OutreachBot.Flows.Languages;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Fixtures;

/// <summary>Responders in a list.</summary>
internal sealed class FakeResponders : IResponders
{
    private readonly Dictionary<ResponderId, Responder> _all = [];

    /// <summary>All as they are now, to be put back later.</summary>
    public IReadOnlyList<Responder> Everybody
    {
        get => [.. _all.Values];
        set
        {
            _all.Clear();
            foreach (var responder in value)
            {
                _all.Add(responder.Id, responder);
            }
        }
    }

    /// <summary>A defender who covers all of Bolivia.</summary>
    public Responder Add(Address address)
    {
        var responder = new Responder(
            ResponderId.Draw(), "Ana", address, ResponderRole.Defender, "BO", ["BO"], [LanguageTag.Spanish], [], "Red", OnDuty: true,
            OptedOut: false, IsSample: false, LastAlertedAt: null);
        _all.Add(responder.Id, responder);
        return responder;
    }

    public IReadOnlyList<Responder> All(UnitOfWork unit) => [.. _all.Values];

    public Responder? Find(UnitOfWork unit, ResponderId id) => _all.GetValueOrDefault(id);

    public Responder? FindByAddress(UnitOfWork unit, Address address) =>
        _all.Values.FirstOrDefault(r => r.Address.Identity == address.Identity);

    public void Save(UnitOfWork unit, Responder responder) => _all[responder.Id] = responder;

    public void Remove(UnitOfWork unit, ResponderId id) => _all.Remove(id);
}
