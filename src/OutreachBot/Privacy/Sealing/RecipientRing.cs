using OutreachBot.Privacy.Age;
using OutreachBot.Responders;

namespace OutreachBot.Privacy.Sealing;

/// <summary>Who tips are sealed to now: what the store keeps, less what can't be trusted.</summary>
internal sealed class RecipientRing
{
    private readonly List<(ResponderId? Responder, AgeRecipient Key)> _coordinators = [];

    private RecipientRing(IReadOnlyList<Recipient> all) => All = all;

    /// <summary>As kept, former and refused ones too.</summary>
    public IReadOnlyList<Recipient> All { get; }

    public Recipient? Recovery { get; private init; }

    public Recipient? Provisional { get; private init; }

    /// <summary>Those whose key or voucher is not right: nothing is sealed to them.</summary>
    public IReadOnlyList<Recipient> Refused { get; private set; } = [];

    private AgeRecipient? RecoveryKey { get; set; }

    private AgeRecipient? ProvisionalKey { get; set; }

    /// <param name="pinned">The recovery key's fingerprint by the settings; null: none is pinned.</param>
    public static RecipientRing Of(IReadOnlyList<Recipient> all, string? pinned)
    {
        var ring = new RecipientRing(all)
        {
            Recovery = all.LastOrDefault(r => r.Kind is RecipientKind.Recovery),
            Provisional = all.LastOrDefault(r => r.Kind is RecipientKind.Provisional),
        };
        ring.Trust(pinned);
        return ring;
    }

    /// <summary>The keys for a seal: the recovery key, or before it the provisional one, and the coordinators who are not kept away.</summary>
    /// <param name="isCoordinator">Whether somebody kept away is a coordinator.</param>
    public List<AgeRecipient> For(IReadOnlySet<ResponderId> keptAway, Func<ResponderId, bool> isCoordinator)
    {
        var keys = new List<AgeRecipient>();
        var first = Recovery is null ? ProvisionalKey : RecoveryKey;
        if (first is not null)
        {
            keys.Add(first);
        }
        // A key bound to nobody may be anybody's: where a coordinator is kept away, it could be hers.
        var mayBeHers = keptAway.Any(isCoordinator);
        keys.AddRange(_coordinators
            .Where(c => c.Responder is { } responder ? !keptAway.Contains(responder) : !mayBeHers)
            .Select(c => c.Key));
        return keys;
    }

    private void Trust(string? pinned)
    {
        var refused = new List<Recipient>();
        RecoveryKey = Recovery is { } recovery
            && (pinned is null || string.Equals(pinned, Vouching.Fingerprint(recovery), StringComparison.OrdinalIgnoreCase))
            && AgeRecipient.TryParse(recovery.PublicKey, out var key) ? key : null;
        if (Recovery is not null && RecoveryKey is null)
        {
            refused.Add(Recovery);
        }
        ProvisionalKey = Provisional is { } provisional && AgeRecipient.TryParse(provisional.PublicKey, out key) ? key : null;
        foreach (var coordinator in All.Where(r => r.Kind is RecipientKind.Coordinator))
        {
            if (RecoveryKey is not null && Vouching.IsVouchedFor(coordinator, Recovery!) && AgeRecipient.TryParse(coordinator.PublicKey, out key))
            {
                _coordinators.Add((coordinator.Responder, key));
            }
            else
            {
                refused.Add(coordinator);
            }
        }
        Refused = refused;
    }
}
