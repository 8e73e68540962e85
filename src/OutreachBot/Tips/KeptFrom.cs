using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>Whom on file a tip is kept from at this moment: by id, or by a mark under whatever id.</summary>
/// <remarks>Nothing is sealed to them, and they open nothing. Who is kept away but not on file stays in it: a key may be bound to her.</remarks>
internal sealed class KeptFrom(ITipStore tips, IResponders responders)
{
    public IReadOnlySet<ResponderId> Of(UnitOfWork unit, TipId tip) => Of(unit, tips.DiscretionOf(unit, tip));

    public IReadOnlySet<ResponderId> Of(UnitOfWork unit, Discretion discretion) => discretion.Marks.AreNone
        ? discretion.KeepAway
        : discretion.KeepAway.Concat(responders.All(unit).Where(discretion.Marks.Fit).Select(r => r.Id)).ToHashSet();
}
