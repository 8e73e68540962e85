using OutreachBot.Addresses;
using OutreachBot.Effects;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>Somebody rang the line's number: nobody picks up, and she is asked whether somebody shall call her.</summary>
public interface IRings
{
    /// <summary>Asks once, however often she rings within a day. Not who can't be texted, and not who responds.</summary>
    /// <param name="from">What the network calls her; whatever is no mobile's number is passed over.</param>
    /// <param name="callId">The provider's; the same for every delivery of one call.</param>
    /// <exception cref="StoreBusyException">Nothing was done.</exception>
    Task HeardAsync(string? from, string callId, CancellationToken cancellationToken);
}

/// <remarks>
/// That she rang allows this one question. It says nothing of what the line is: somebody else may hold the phone, or look.
/// </remarks>
internal sealed class Rings(
    ITurnGate gate,
    ITransactions transactions,
    IPersonKeys keys,
    IResponders responders,
    IInboundStore inbound,
    PersonFile file,
    TurnRunner runner,
    LineContext line,
    IOutbox outbox,
    IEnumerable<IOutboundChannel> roads) : IRings
{
    private const string Flow = "person";
    private const string State = "rang";
    private const int IdBytes = 16;

    /// <summary>The session's link that says that she was asked; it ends by itself.</summary>
    private const string Asked = "rang";

    private static readonly TimeSpan NotAgainFor = TimeSpan.FromDays(1);

    /// <summary>Flows that nothing is lost of when they are left: what they say can be asked for again.</summary>
    private static readonly HashSet<string> Light = new(StringComparer.Ordinal) { "welcome", "learn", "services", "about", "language" };

    public Task HeardAsync(string? from, string callId, CancellationToken cancellationToken)
    {
        if (PhoneNumber.TryFrom(from, country: null) is not { Kind: PhoneKind.Mobile } phone)
        {
            return Task.CompletedTask;
        }
        var address = phone.On(Channel.Sms);
        return roads.Any(r => r.Carries(address))
            ? gate.RunAsync(address.Identity, () => transactions.RunAsync(unit => Ask(unit, address, callId), cancellationToken), cancellationToken)
            : Task.CompletedTask;
    }

    private bool Ask(UnitOfWork unit, Address address, string callId)
    {
        var id = keys.HashProviderId(unit, callId)[..IdBytes];
        if (inbound.Find(unit, id) is not null)
        {
            return false;
        }
        inbound.Put(unit, id, new StoredReply(ReplyBox.DayOf(unit.Now), null));
        if (responders.FindByAddress(unit, address) is not null)
        {
            return false;
        }
        var person = keys.Of(unit, address);
        var kept = file.Open(unit, person) ?? KeptConversation.WithStranger(Nothing(address, unit.Now));
        if (TimedLink.Read(kept.Session.Links.GetValueOrDefault(Asked), unit.Now) is not null || InputFor(kept.Session) is not { } input)
        {
            return false;
        }
        var country = LineContext.CountryOf(address);
        var outcome = runner.Run(
            unit, kept.Session, input, new Speaker(person.Current, address, address.Channel, null), line.Of(unit.Now, ChannelKind.Sms, country, isResponder: false));
        foreach (var say in outcome.Says.Where(s => s.Text.Length > 0))
        {
            outbox.Post(unit, new OutboundMessage(RandomId.Draw(), address, say.Text, OutboundPurpose.Answer, null, unit.Now));
        }
        file.Close(unit, person.Current, Noted(kept, outcome, country, unit.Now), unit.Now);
        return true;
    }

    /// <returns>Null: she is not asked. In the middle of something it is kept, and she is asked as if she had written the word for a person.</returns>
    private static Input? InputFor(Session session)
    {
        if (session.Cover.IsOn)
        {
            return null;
        }
        var open = session.Runs.Values.SelectMany(r => r.Frames).Select(f => f.Flow).ToList();
        return open.Contains(Flow, StringComparer.Ordinal) ? null
            : open.All(Light.Contains) && session.Held is null
                ? new Enter("", Flow, State, new Dictionary<string, string>(StringComparer.Ordinal) { ["how"] = "call" }, null)
                : Message.Of("persona");
    }

    private static KeptConversation Noted(KeptConversation kept, TurnOutcome outcome, string? country, DateTimeOffset now) => kept with
    {
        Session = outcome.Session with
        {
            Links = new Dictionary<string, string>(outcome.Session.Links, StringComparer.Ordinal) { [Asked] = TimedLink.Until(now + NotAgainFor, "1") },
        },
        WakesAt = outcome.WakesAt,
        Channel = Channel.Sms,
        ShownOn = ChannelKind.Sms,
        Country = country,
    };

    private static InboundMessage Nothing(Address address, DateTimeOffset now) =>
        new(address, ChannelKind.Sms, "", "", [], null, null, CarrierWord.None, now, null);
}
