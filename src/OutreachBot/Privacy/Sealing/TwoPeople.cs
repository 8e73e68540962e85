using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy.Sealing;

/// <summary>Who agreed to something that one person alone may not do.</summary>
/// <param name="Actors">Both, for the audit.</param>
/// <param name="Owners">Both: what either is kept away from is no matter of theirs.</param>
internal sealed record TwoPeople(string Actors, IReadOnlySet<ResponderId> Owners)
{
    public const string SamePerson = "The two passphrases are one person's. The second has to be another coordinator's, with a key of her own (users add).";

    private const string Nobodys =
        "passphrase opens no coordinator's key that is in use now. A recovery sheet, a former key, and a key that is bound to nobody don't count: 'users add --responder R' makes one.";

    /// <summary>Whether the two keys are those of two coordinators, of whom the second is the one who was named.</summary>
    /// <param name="second">The one who was named.</param>
    /// <returns>The two, or what stands against it.</returns>
    public static (TwoPeople? People, string? Refusal) Check(
        UnitOfWork unit, Recipients recipients, IResponders responders, UnlockedKeys? first, UnlockedKeys? other, ResponderId second)
    {
        var one = CoordinatorsOf(unit, recipients, responders, first);
        var two = CoordinatorsOf(unit, recipients, responders, other);
        return one.Count == 0 ? (null, $"The first {Nobodys}")
            : two.Count == 0 ? (null, $"The second {Nobodys}")
            : one.Overlaps(two) ? (null, SamePerson)
            : !two.Contains(second) ? (null, $"The second passphrase isn't that of {second}.")
            : (new TwoPeople($"{one.First()} with {second}", one.Union(two).ToHashSet()), null);
    }

    private static HashSet<ResponderId> CoordinatorsOf(UnitOfWork unit, Recipients recipients, IResponders responders, UnlockedKeys? keys)
    {
        // The key itself has to be in use: a passphrase from before is no word of today.
        var ring = recipients.Get(unit);
        return (keys?.Rows ?? [])
            .Where(ring.IsCoordinatorInUse)
            .Select(r => r.Responder)
            .OfType<ResponderId>()
            .Where(o => responders.Find(unit, o) is { Role: ResponderRole.Coordinator, Suspended: false })
            .ToHashSet();
    }
}
