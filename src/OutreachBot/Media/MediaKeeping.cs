using OutreachBot.Agenda;
using OutreachBot.Media.Stripping;
using OutreachBot.Privacy;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Media;

/// <summary>A medium on its way to an end of a case: where it is, and the key it is under.</summary>
internal sealed record PassedMedium(RandomId Id, byte[] Key, MediumType Type)
{
    public override string ToString() => $"[{Type}]";
}

/// <summary>Told of media that go between the ends of a case, within the unit of work.</summary>
internal interface IMediaPassing
{
    /// <summary>It can be given. Its key is kept nowhere but by whoever hears this.</summary>
    void Arrived(UnitOfWork unit, TipId tip, RelayEnd to, PassedMedium medium);

    void Lost(UnitOfWork unit, TipId tip, RelayEnd to);
}

/// <summary>Gives media to tips and cases.</summary>
internal sealed class MediaKeeping(
    IMediumStore store, MediumBox boxes, MediaIntake intake, IMediaPassing passing, IAgenda agenda, MediaBell bell) : ITipMedia
{
    public void GiveTo(UnitOfWork unit, TipId tip, IReadOnlyList<SealedMedium> media)
    {
        foreach (var medium in Own(unit, tip, media))
        {
            agenda.Cancel(unit, MediumEnd.AgendaKind, medium.Id.ToString());
            Settle(unit, medium with { Tip = tip });
        }
    }

    public bool Pass(UnitOfWork unit, TipId tip, RelayEnd to, IReadOnlyList<SealedMedium> media)
    {
        var any = false;
        foreach (var medium in Own(unit, tip, media).Where(m => m.State is MediumState.ToFetch or MediumState.Kept or MediumState.Lost))
        {
            any = true;
            agenda.Cancel(unit, MediumEnd.AgendaKind, medium.Id.ToString());
            Settle(unit, medium with { Tip = tip, Recipient = to });
        }
        return any;
    }

    public IReadOnlyList<TipMedium> Of(UnitOfWork unit, TipId tip) =>
    [
        .. store.OfTip(unit, tip).Where(m => m.Recipient is null).Select(m => new TipMedium(MediumHandle.Of(m.Id), m.State switch
        {
            MediumState.Sealed => TipMediumState.Sealed,
            MediumState.Lost => TipMediumState.Lost,
            _ => TipMediumState.Coming,
        })),
    ];

    public byte[]? SealOf(UnitOfWork unit, TipMedium medium) =>
        MediumHandle.TryRead(medium.Handle, out var id) && store.Find(unit, id) is { State: MediumState.Sealed } ? store.SealOf(unit, id) : null;

    public void Replace(UnitOfWork unit, TipMedium medium, byte[] file)
    {
        if (MediumHandle.TryRead(medium.Handle, out var id))
        {
            MediaSeals.Replace(unit, store, id, file);
        }
    }

    public void Destroy(UnitOfWork unit, TipId tip)
    {
        foreach (var medium in store.OfTip(unit, tip))
        {
            intake.Drop(unit, medium);
        }
    }

    /// <summary>A medium whose owner or whose bytes have come goes one step on.</summary>
    public void Settle(UnitOfWork unit, Medium medium)
    {
        switch (medium)
        {
            case { State: MediumState.Lost, Tip: { } tip, Recipient: { } to }:
                store.Remove(unit, medium.Id);
                passing.Lost(unit, tip, to);
                break;
            case { State: MediumState.Kept, Tip: { } tip, Recipient: { } to }:
                Pass(unit, medium, tip, to);
                break;
            case { State: MediumState.Kept, Tip: not null }:
            // Sealed before the whole was told: maybe to somebody who has been named since.
            case { State: MediumState.Sealed, Tip: not null } when boxes.Open(medium).Key is not null:
                store.DropParts(unit, medium.Id, PartForm.Sealed);
                store.Put(unit, medium with { State = MediumState.ToSeal, Due = unit.Now, Attempts = 0 });
                bell.RingAfterCommit(unit);
                break;
            default:
                store.Put(unit, medium);
                break;
        }
    }

    private void Pass(UnitOfWork unit, Medium medium, TipId tip, RelayEnd to)
    {
        var facts = boxes.Open(medium);
        store.Put(unit, boxes.With(medium, facts with { Key = null }) with { State = MediumState.Passing, Due = null });
        unit.LeaveNoTrace();
        passing.Arrived(unit, tip, to, new PassedMedium(medium.Id, facts.Key!, facts.Type!.Value));
    }

    /// <summary>Those there are, unless they are another's.</summary>
    private IEnumerable<Medium> Own(UnitOfWork unit, TipId tip, IReadOnlyList<SealedMedium> media)
    {
        foreach (var named in media)
        {
            if (MediumHandle.TryRead(named.Handle, out var id) && store.Find(unit, id) is { State: not MediumState.Dropped } medium
                && (medium.Tip is null || (medium.Tip == tip && medium.Recipient is null)))
            {
                yield return medium;
            }
        }
    }
}
