using OutreachBot.Privacy.Age;
using OutreachBot.Responders;

namespace OutreachBot.Privacy.Sealing;

/// <summary>Who tips are sealed to now: what the store keeps, less what can't be trusted.</summary>
internal sealed class RecipientRing
{
    private readonly List<(Recipient Owner, AgeRecipient Key)> _coordinators = [];
    private readonly List<Recipient> _refused = [];

    private RecipientRing(IReadOnlyList<Recipient> all) => All = all;

    /// <summary>As kept, former and refused ones too.</summary>
    public IReadOnlyList<Recipient> All { get; }

    /// <summary>The key in use that is a coordinator's; null when she has none.</summary>
    public Recipient? KeyOf(ResponderId responder) => All.FirstOrDefault(r => r.Kind is RecipientKind.Coordinator && r.Responder == responder);

    /// <summary>Whether it is a coordinator's key that tips are sealed to now.</summary>
    public bool IsCoordinatorInUse(Recipient key) =>
        _coordinators.Exists(c => c.Owner.Id == key.Id && c.Owner.PublicKey == key.PublicKey && c.Owner.Kind is RecipientKind.Coordinator);

    /// <summary>Whether tips are sealed to another coordinator's key too, one whose owner is there to use it.</summary>
    /// <param name="isOnFile">A key of nobody, or of who is gone, is nobody's to open tips with.</param>
    public bool HasCoordinatorBeside(Recipient key, Func<ResponderId, bool> isOnFile) =>
        All.Any(r => r.Id != key.Id && r.Responder is { } owner && isOnFile(owner) && IsCoordinatorInUse(r));

    /// <summary>Whether the recovery key vouches for it as an auditor's.</summary>
    public bool IsAuditor(Recipient key) =>
        key.Kind is RecipientKind.Auditor && RecoveryKey is not null && Vouching.IsVouchedFor(key, Recovery!);

    public Recipient? Recovery { get; private init; }

    public Recipient? Provisional { get; private init; }

    /// <summary>Coordinators' keys that nobody to be trusted vouches for: nothing is sealed to them.</summary>
    public IReadOnlyList<Recipient> Refused => _refused;

    private AgeRecipient? RecoveryKey { get; set; }

    private AgeRecipient? ProvisionalKey { get; set; }

    /// <summary>The database names another recovery key than the settings do.</summary>
    public bool IsSwapped { get; private init; }

    /// <param name="pinned">The recovery key's fingerprint by the settings; null: none is pinned.</param>
    public static RecipientRing Of(IReadOnlyList<Recipient> all, string? pinned)
    {
        var named = all.LastOrDefault(r => r.Kind is RecipientKind.Recovery);
        var isSwapped = named is not null && !IsPinned(named, pinned);

        // A running server whose settings still name the former key goes on sealing to what that vouches for: keys made anew
        // are taken up when the settings say so, and a thief's never are.
        var former = isSwapped ? all.LastOrDefault(r => r.Kind is RecipientKind.Former && IsPinned(r, pinned)) : null;
        var ring = new RecipientRing(all)
        {
            Recovery = former ?? named,
            IsSwapped = isSwapped,
            Provisional = all.LastOrDefault(r => r.Kind is RecipientKind.Provisional),
        };
        ring.Trust(pinned, former is null ? RecipientKind.Coordinator : RecipientKind.Former);
        return ring;
    }

    /// <summary>The keys for a seal: the recovery key, or before it the provisional one, and the coordinators who are not kept away.</summary>
    /// <param name="isCoordinator">Whether somebody kept away is a coordinator.</param>
    /// <param name="told">Of something told earlier, when: who got her key later is no recipient. Null: it is told now.</param>
    /// <param name="referredTo">Who is a recipient however late she got her key, unless she is kept away; null: nobody.</param>
    public List<AgeRecipient> For(
        IReadOnlySet<ResponderId> keptAway, Func<ResponderId, bool> isCoordinator, DateTimeOffset? told = null, IReadOnlySet<ResponderId>? referredTo = null)
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
            .Where(c => c.Owner.Responder is { } responder ? !keptAway.Contains(responder) : !mayBeHers)
            .Where(c => told is null || !CameAfter(c.Owner, told.Value) || (c.Owner.Responder is { } hers && referredTo?.Contains(hers) is true))
            .Select(c => c.Key));
        return keys;
    }

    private void Trust(string? pinned, RecipientKind coordinators)
    {
        RecoveryKey = Recovery is { } recovery && IsPinned(recovery, pinned) && AgeRecipient.TryParse(recovery.PublicKey, out var key) ? key : null;
        ProvisionalKey = Provisional is { } provisional && AgeRecipient.TryParse(provisional.PublicKey, out key) ? key : null;
        foreach (var coordinator in All.Where(r => r.Kind == coordinators))
        {
            if (RecoveryKey is not null && Vouching.IsVouchedFor(coordinator, Recovery!) && AgeRecipient.TryParse(coordinator.PublicKey, out key))
            {
                _coordinators.Add((coordinator, key));
            }
            else if (coordinator.Kind is RecipientKind.Coordinator)
            {
                _refused.Add(coordinator);
            }
        }
    }

    // Tips know their hour only. A key of the ceremony itself took over what was told before there was any.
    private bool CameAfter(Recipient coordinator, DateTimeOffset told) =>
        coordinator.Made > Recovery!.Made && coordinator.Made >= told + TimeSpan.FromHours(1);

    private static bool IsPinned(Recipient recovery, string? pinned) =>
        pinned is null || string.Equals(pinned, Vouching.Fingerprint(recovery), StringComparison.OrdinalIgnoreCase);
}
