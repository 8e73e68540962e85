using OutreachBot.Agenda;
using OutreachBot.Conversations;
using OutreachBot.Flows.Running;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Media;

/// <summary>Takes media in with the messages they came with, and lets go of them with the conversations that forget them.</summary>
internal sealed class MediaIntake(
    IMediumStore store, MediumBox boxes, IEnumerable<IMediaSource> sources, IAgenda agenda, MediaBell bell) : IInboundMedia
{
    /// <summary>A conversation drops its answers after a day; where that went wrong (it can't be read any more), this catches it.</summary>
    private static readonly TimeSpan HeldAtMost = TimeSpan.FromDays(3);

    private readonly IMediaSource[] _sources = [.. sources];

    public InboundMessage TakeIn(UnitOfWork unit, InboundMessage message)
    {
        if (message.Attachments.Count == 0)
        {
            return message;
        }
        var together = RandomId.Draw();
        return message with { Attachments = [.. message.Attachments.Select(a => TakeIn(unit, together, a))] };
    }

    public void Hold(UnitOfWork unit, IEnumerable<string> handles)
    {
        foreach (var medium in Loose(unit, handles))
        {
            agenda.Plan(unit, unit.Now + HeldAtMost, MediumEnd.AgendaKind, medium.Id.ToString());
        }
    }

    public void LetGo(UnitOfWork unit, IEnumerable<string> handles)
    {
        foreach (var medium in Loose(unit, handles))
        {
            Drop(unit, medium);
        }
    }

    /// <summary>It goes without a trace; what the provider has of it is deleted there.</summary>
    public void Drop(UnitOfWork unit, Medium medium)
    {
        agenda.Cancel(unit, MediumEnd.AgendaKind, medium.Id.ToString());
        store.Drop(unit, medium);
        bell.RingAfterCommit(unit);
        unit.LeaveNoTrace();
    }

    private Attachment TakeIn(UnitOfWork unit, RandomId together, Attachment attachment)
    {
        if (attachment.Kind is not (AttachmentKind.Voice or AttachmentKind.Image) || !Array.Exists(_sources, s => s.Has(attachment.Handle)))
        {
            return attachment;
        }
        var id = RandomId.Draw();
        store.Put(unit, new Medium(
            id, together, MediumState.ToFetch, Tip: null, Recipient: null, boxes.Lock(id, new MediumFacts(attachment.Handle, null, null)), unit.Now, 0));
        // After the commit, and so after the answer is on its way: nobody waits for a picture.
        bell.RingAfterCommit(unit);
        return attachment with { Handle = MediumHandle.Of(id) };
    }

    private IEnumerable<Medium> Loose(UnitOfWork unit, IEnumerable<string> handles)
    {
        foreach (var handle in handles)
        {
            if (MediumHandle.TryRead(handle, out var id) && store.Find(unit, id) is { Tip: null } medium)
            {
                yield return medium;
            }
        }
    }
}
