using OutreachBot.Addresses;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <summary>What a message that goes out unasked is for; decides what happens when it can't be delivered.</summary>
public enum OutboundPurpose
{
    Alert,
    Reminder,
    Relay,
    FollowUp,
    Greeting,
    Notice,

    /// <summary>The answer to what somebody has just written, over a road that can't answer in the same breath.</summary>
    Answer,
}

/// <summary>A message that leaves by itself: to somebody who did not just write, or by a road that can't answer in the same breath.</summary>
/// <param name="Text">Private; sealed at rest.</param>
/// <param name="Subject">What it is about for its purpose: an alert's id; null where nothing follows from its fate.</param>
public sealed record OutboundMessage(RandomId Id, Address To, string Text, OutboundPurpose Purpose, RandomId? Subject, DateTimeOffset DueAt)
{
    /// <summary>The one road it is to leave by, by its name in the settings; null: whichever carries it.</summary>
    public string? Via { get; init; }

    /// <summary>Somebody is in danger: it goes before all others where a road carries only so much.</summary>
    public bool IsUrgent { get; init; }

    public override string ToString() => $"[outbound {Purpose}]";
}

/// <summary>Takes messages within a unit of work; they leave after its commit, at least once, at their time.</summary>
public interface IOutbox
{
    void Post(UnitOfWork unit, OutboundMessage message);

    /// <summary>Takes back what has not left yet about a subject.</summary>
    /// <returns>How many of them the provider surely never had. One that is under way goes out of the store too and is not tried again, but can't be called back.</returns>
    int Withdraw(UnitOfWork unit, RandomId subject);

    /// <summary>Takes back all that has not left yet for somebody, on whatever channel.</summary>
    void WithdrawTo(UnitOfWork unit, Address to);

    /// <summary>Takes back the answers that have not left yet for somebody; what others told her stays.</summary>
    void WithdrawAnswers(UnitOfWork unit, Address to);
}

/// <summary>How a try to hand a message to the provider ended.</summary>
public enum Handover
{
    /// <summary>The provider has it.</summary>
    Accepted,

    /// <summary>Not now: try again later.</summary>
    TryLater,

    /// <summary>Nobody knows whether the provider has it; look it up before trying again.</summary>
    Unknown,

    /// <summary>It will never be taken at this address.</summary>
    Refused,

    /// <summary>The person has opted out at the carrier.</summary>
    OptedOut,
}

/// <param name="ProviderId">The provider's id of the message, when it has one.</param>
/// <param name="RetryAfter">The provider's own word on when to try again.</param>
public sealed record HandoverResult(Handover Outcome, string? ProviderId, TimeSpan? RetryAfter, int? ErrorCode)
{
    /// <summary>Whether the provider keeps a copy that it deletes when asked by that id.</summary>
    public bool LeavesCopy { get; init; } = true;

    public override string ToString() => $"[handover {Outcome}]";
}

/// <summary>A road out. Implemented by channels; the outbox knows no other side of them.</summary>
public interface IOutboundChannel
{
    bool Carries(Address to);

    /// <summary>The same, where more than the address decides.</summary>
    bool Carries(OutboundMessage message) => Carries(message.To);

    /// <summary>What bounds the road that a message would take; null: nothing of its own does.</summary>
    PartsPace? PaceOf(OutboundMessage message) => null;

    /// <summary>How many parts a message has on the air.</summary>
    int PartsOf(OutboundMessage message) => 1;

    /// <summary>Hands it to the provider. Expected failures are results; given up by the caller after 30 s, as if it had said <see cref="Handover.Unknown"/>.</summary>
    Task<HandoverResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken);

    /// <summary>Whether the provider has a message whose handing over began and never ended: after a crash, or an answer that got lost.</summary>
    /// <param name="begun">When it began. The provider is asked by our own number and date, never by hers.</param>
    /// <returns>Accepted, with its id, when the provider has it; <see cref="Handover.TryLater"/> when that can't be told now; null when it hasn't: then it is sent.</returns>
    Task<HandoverResult?> FindAsync(OutboundMessage message, DateTimeOffset begun, CancellationToken cancellationToken);
}

/// <summary>Told, within a unit of work, what became of a message with a subject.</summary>
public interface IDeliveryListener
{
    OutboundPurpose Purpose { get; }

    /// <param name="reached">False: refused, undelivered, opted out. True: handed over, or delivered.</param>
    /// <param name="final">Whether no more news is to come.</param>
    void Heard(UnitOfWork unit, RandomId subject, bool reached, bool final);
}
