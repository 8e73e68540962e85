using OutreachBot.Audit;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>What came of referring a tip to somebody.</summary>
internal enum TipReferring
{
    Done,

    /// <summary>Done, and she had been referred to it before.</summary>
    Again,

    /// <summary>She refers it herself, and so can open it.</summary>
    Herself,

    /// <summary>There is no such tip.</summary>
    Unknown,

    /// <summary>Nobody is to act on it any more.</summary>
    Over,

    /// <summary>Whoever refers it can't open it, or was kept away from it.</summary>
    NotForHer,

    /// <summary>Nobody on file has that id, or she is no coordinator who works.</summary>
    NoCoordinator,

    /// <summary>She has no key in use.</summary>
    NoKey,

    /// <summary>She is kept away from it, or has declared a conflict.</summary>
    KeptAway,
    Damaged,

    /// <summary>It was told on, or sealed anew, at this moment.</summary>
    Changed,
}

/// <summary>Seals a tip to one coordinator more, by somebody who can open it: a key that was made later opens nothing that was told before.</summary>
internal sealed class TipReferral(
    ITransactions transactions, ITipStore tips, KeptFrom keptFrom, ITipMedia media, IResponders responders, Recipients recipients, Seals seals, IAudit audit)
{
    /// <summary>All of it, voice and pictures too, or nothing. The line in the audit is there with it or not at all.</summary>
    /// <param name="keys">Of whoever refers it; what is opened stays in memory.</param>
    public async Task<TipReferring> ReferAsync(TipId id, UnlockedKeys keys, ResponderId to, string reason, CancellationToken cancellationToken)
    {
        var (refusal, before) = await transactions.RunAsync(unit => Look(unit, id, keys, reason), cancellationToken);
        if (refusal is { } no)
        {
            return no;
        }
        var opened = new List<byte[]>();
        foreach (var opening in before!.All().Select(file => keys.Open(file)))
        {
            if (opening.Plain is not { } plain)
            {
                return opening.Fault is AgeFault.NoMatch ? TipReferring.NotForHer : TipReferring.Damaged;
            }
            opened.Add(plain);
        }
        return await transactions.RunAsync(unit => Seal(unit, id, keys, to, reason, before, opened), cancellationToken);
    }

    private (TipReferring? Refusal, Files? Before) Look(UnitOfWork unit, TipId id, UnlockedKeys keys, string reason)
    {
        if (tips.Find(unit, id) is null)
        {
            return (TipReferring.Unknown, null);
        }
        if (keptFrom.Of(unit, id).Overlaps(keys.Owners))
        {
            audit.Append(unit, new AuditEntry(keys.Actor, AuditActs.TipRefused, id.Value, reason));
            return (TipReferring.NotForHer, null);
        }
        return (null, Read(unit, id));
    }

    // Asked only once she has opened it: who is kept away from a tip is no matter of somebody who can't.
    private TipReferring? Against(UnitOfWork unit, Tip tip, IReadOnlySet<ResponderId> away, ResponderId to)
    {
        var ring = recipients.Get(unit);
        return tip.IsOver ? TipReferring.Over
            : away.Contains(to) ? TipReferring.KeptAway
            : responders.Find(unit, to) is not { Role: ResponderRole.Coordinator, Suspended: false } ? TipReferring.NoCoordinator
            : ring.KeyOf(to) is not { } key || !ring.IsCoordinatorInUse(key) ? TipReferring.NoKey
            : null;
    }

    private TipReferring Seal(
        UnitOfWork unit, TipId id, UnlockedKeys keys, ResponderId to, string reason, Files before, IReadOnlyList<byte[]> opened)
    {
        var away = keptFrom.Of(unit, id);
        if (tips.Find(unit, id) is not { } tip || away.Overlaps(keys.Owners) || !Read(unit, id).AreThose(before))
        {
            return TipReferring.Changed;
        }
        if (Against(unit, tip, away, to) is { } refusal)
        {
            return refusal;
        }
        if (keys.Owners.Contains(to))
        {
            return TipReferring.Herself;
        }
        audit.Append(unit, new AuditEntry(keys.Actor, AuditActs.TipReferred, id.Value, $"{reason} (to {to})"));
        var discretion = tips.DiscretionOf(unit, id);
        // Sealed again all the same: her key may be newer than the first time.
        var done = discretion.ReferredTo.Contains(to) ? TipReferring.Again : TipReferring.Done;
        discretion = discretion with { ReferredTo = discretion.ReferredTo.Append(to).ToHashSet() };
        tips.Save(unit, id, discretion);
        tips.DropSeals(unit, id);
        for (var at = 0; at < opened.Count; at++)
        {
            var held = new HeldSeal([], [], away) { Told = tip.Hour, ReferredTo = discretion.ReferredTo };
            var file = seals.SealAnew(unit, opened[at], held);
            if (at < before.Words.Count)
            {
                tips.AddSeal(unit, id, file);
            }
            else
            {
                media.Replace(unit, before.Media[at - before.Words.Count].Medium, file);
            }
        }
        return done;
    }

    private Files Read(UnitOfWork unit, TipId id) => new(
        tips.SealsOf(unit, id),
        [.. media.Of(unit, id).Select(m => (m, media.SealOf(unit, m))).Where(m => m.Item2 is not null).Select(m => (m.m, m.Item2!))]);

    /// <summary>The age files of a tip.</summary>
    private sealed record Files(IReadOnlyList<byte[]> Words, IReadOnlyList<(TipMedium Medium, byte[] File)> Media)
    {
        public IEnumerable<byte[]> All() => Words.Concat(Media.Select(m => m.File));

        public bool AreThose(Files others) =>
            Words.Count == others.Words.Count && Media.Count == others.Media.Count
            && All().Zip(others.All()).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

        public override string ToString() => "[seals]";
    }
}
