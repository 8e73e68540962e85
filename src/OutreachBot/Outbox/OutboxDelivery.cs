using OutreachBot.Addresses;
using OutreachBot.Agenda;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <summary>A message that is being handed over, under a claim.</summary>
/// <param name="Begun">When an earlier try began whose end nobody knows; null: there was none.</param>
internal sealed record ClaimedMessage(OutboundMessage Message, RandomId Claim, DateTimeOffset ClaimedAt, DateTimeOffset? Begun, int Attempts)
{
    public ReceiptOf? Receipt => Message.Subject is { } subject ? new ReceiptOf(Message.Purpose, subject) : null;

    public override string ToString() => "[claimed message]";
}

/// <summary>Hands one message over and notes how that ended.</summary>
internal sealed class OutboxDelivery(
    ITransactions transactions,
    IOutboxStore store,
    IEnumerable<IOutboundChannel> channels,
    IResponders responders,
    IProviderCopies copies,
    IAgenda agenda,
    DeliveryNews news,
    TimeProvider time,
    ILogger<OutboxDelivery> logger)
{
    /// <summary>How long a claim holds: longer than any call may last, so that nobody takes over what is under way.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan CallAtMost = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan CopyStaysFor = TimeSpan.FromMinutes(2);

    private readonly IOutboundChannel[] _channels = [.. channels];

    public async Task HandOverAsync(ClaimedMessage claimed)
    {
        var result = await CallAsync(claimed);
        if (result is null)
        {
            return;
        }
        await transactions.RunAsync(unit => Note(unit, claimed, result), CancellationToken.None);
    }

    /// <summary>Who carries it; null: nobody does.</summary>
    public IOutboundChannel? ChannelOf(OutboundMessage message) => Array.Find(_channels, c => c.Carries(message));

    /// <summary>How it ends without a call, where she wrote ALTO, was suspended or covered her thread, at whatever time after the message was posted. What she wrote since is answered: she asked.</summary>
    public HandoverResult? NeedsNoCall(UnitOfWork unit, OutboundMessage message) => message.Purpose == OutboundPurpose.Answer ? null : responders.FindByAddress(unit, message.To) switch
    {
        { OptedOut: true } => new HandoverResult(Handover.OptedOut, null, null, null),
        { Suspended: true } or { Covered: true } => new HandoverResult(Handover.Refused, null, null, null),
        _ => null,
    };

    private async Task<HandoverResult?> CallAsync(ClaimedMessage claimed)
    {
        // A server that was frozen and woken up must not send what another has taken over meanwhile.
        if (time.GetUtcNow() - claimed.ClaimedAt > Lease - CallAtMost)
        {
            return null;
        }
        if (ChannelOf(claimed.Message) is not { } channel)
        {
            logger.NobodyCarries();
            return new HandoverResult(Handover.TryLater, null, TimeSpan.FromMinutes(1), null);
        }
        using var limit = new CancellationTokenSource(CallAtMost, time);
        try
        {
            var found = claimed.Begun is { } begun ? await channel.FindAsync(claimed.Message, begun, limit.Token) : null;
            if (found is not null)
            {
                // Looking it up failed, so it is still not known whether the provider has it.
                return found.Outcome == Handover.TryLater ? found with { Outcome = Handover.Unknown } : found;
            }
            return await channel.SendAsync(claimed.Message, limit.Token);
        }
        catch (Exception e)
        {
            // Whatever broke, the request may have got through before it did.
            logger.ChannelFailed(e.GetType().Name);
            return new HandoverResult(Handover.Unknown, null, null, null);
        }
    }

    /// <summary>Notes how it ended, within a unit of work.</summary>
    public void Note(UnitOfWork unit, ClaimedMessage claimed, HandoverResult result)
    {
        switch (result.Outcome)
        {
            case Handover.Accepted:
                NoteAccepted(unit, claimed, result);
                break;
            case Handover.OptedOut:
                MarkOptedOut(unit, claimed.Message.To);
                GiveUp(unit, claimed, result);
                break;
            case Handover.TryLater or Handover.Unknown when unit.Now - claimed.Message.DueAt < GiveUpAfter:
                PutBack(unit, claimed, result);
                break;
            default:
                GiveUp(unit, claimed, result);
                break;
        }
    }

    private void NoteAccepted(UnitOfWork unit, ClaimedMessage claimed, HandoverResult result)
    {
        if (result is { ProviderId: { } copy, LeavesCopy: true })
        {
            // Also of what was withdrawn while it was on its way: the provider has it.
            copies.PlanDeletion(unit, "message", copy, unit.Now + CopyStaysFor);
        }
        if (store.Remove(unit, claimed.Message.Id, claimed.Claim) && claimed.Receipt is { } receipt)
        {
            news.HandedOver(unit, receipt, result.ProviderId);
        }
    }

    private void PutBack(UnitOfWork unit, ClaimedMessage claimed, HandoverResult result)
    {
        var pause = RetryPause.After(claimed.Attempts + 1, result.RetryAfter);
        var begun = result.Outcome == Handover.Unknown ? claimed.Begun ?? claimed.ClaimedAt : (DateTimeOffset?)null;
        if (store.PutBack(unit, claimed.Message.Id, claimed.Claim, unit.Now + pause, begun))
        {
            unit.AfterCommit(() => logger.TryingAgain(claimed.Attempts + 1, result.Outcome, result.ErrorCode, pause));
        }
    }

    private void GiveUp(UnitOfWork unit, ClaimedMessage claimed, HandoverResult result)
    {
        if (!store.Remove(unit, claimed.Message.Id, claimed.Claim))
        {
            return;
        }
        if (claimed.Receipt is { } receipt)
        {
            news.Failed(unit, receipt);
        }
        unit.AfterCommit(() => logger.GivenUp(result.Outcome, result.ErrorCode, claimed.Message.Purpose, claimed.Attempts + 1));
    }

    private void MarkOptedOut(UnitOfWork unit, Address to)
    {
        if (responders.FindByAddress(unit, to) is { OptedOut: false } responder)
        {
            responders.Save(unit, responder with { OptedOut = true });
            // As when she writes ALTO herself: she can't be told of what she was offered, so others are.
            agenda.Plan(unit, unit.Now, Departure.AgendaKind, responder.Id.ToString());
        }
    }
}
