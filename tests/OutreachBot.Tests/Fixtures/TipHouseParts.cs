using OutreachBot.Addresses;
using OutreachBot.Alerts;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Routing.KeepAway;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Fixtures;

/// <summary>Ranks in the order people came on file: defenders, then coordinators. Only what this suite is about is excluded.</summary>
internal sealed class InOrder : OutreachBot.Routing.IRouter
{
    public Ranking Rank(RoutingQuestion question, IReadOnlyList<Responder> responders, IReadOnlyDictionary<ResponderId, int> openCases)
    {
        var candidates = responders
            .Where(r => !question.KeepAway.Contains(r.Id) && !question.Tried.Contains(r.Id) && r is { OptedOut: false, Suspended: false })
            .Where(r => r.Role switch
            {
                ResponderRole.Coordinator => true,
                ResponderRole.Official => question.OfficialsAllowed,
                _ => question is { CoordinatorOnly: false, Municipality: not null },
            })
            .OrderBy(r => r.Role == ResponderRole.Coordinator)
            .Select(r => new Candidate(
                r, r.Role == ResponderRole.Coordinator ? Tier.Coordinator : Tier.Municipality, new ScoreParts(30, 0, 0, 0, 0), null));
        return new Ranking([.. candidates], []);
    }
}

/// <summary>Ten minutes, whatever it is.</summary>
internal sealed class TenMinutes : IEscalationClock
{
    public DateTimeOffset DueAt(Urgency urgency, string? place, DateTimeOffset now, Responder? asked) => now.AddMinutes(10);

    public DateTimeOffset StepFrom(Urgency urgency, string? place, DateTimeOffset moment, Responder? asked) => moment;

    public DateTimeOffset CoordinatorBy(string? place, DateTimeOffset now) => now.AddHours(11);

    public DateTimeOffset ByDay(Urgency urgency, string? place, DateTimeOffset now, DateTimeOffset wished) => wished;
}

/// <summary>Seals in the clear, so that a test can read what was sealed and from whom it was kept.</summary>
internal sealed class OpenSeals : ISeals
{
    public List<(SealedTip Words, IReadOnlySet<ResponderId> KeptAway)> Made { get; } = [];

    public byte[] Seal(UnitOfWork unit, ReadOnlySpan<byte> plain, IReadOnlySet<ResponderId> keptAway)
    {
        var words = SealedTip.TryRead(plain)!;
        unit.AfterCommit(() => Made.Add((words, keptAway)));
        return plain.ToArray();
    }

    public IReadOnlyList<AgeRecipient> RecipientsFor(UnitOfWork unit, IReadOnlySet<ResponderId> keptAway) => [];
}

/// <summary>The outbox as a list: what was posted and committed.</summary>
internal sealed class SentMessages : IOutbox
{
    private readonly List<OutboundMessage> _sent = [];
    private readonly HashSet<RandomId> _withdrawn = [];

    public IReadOnlyList<OutboundMessage> All => _sent;

    public IReadOnlyList<string> To(Address address) => [.. _sent.Where(m => m.To == address).Select(m => m.Text)];

    public void Post(UnitOfWork unit, OutboundMessage message) => unit.AfterCommit(() => _sent.Add(message));

    /// <summary>What is about these was taken back. What was posted has left at once, and stays in the list.</summary>
    public IReadOnlyCollection<RandomId> Withdrawn => _withdrawn;

    public int Withdraw(UnitOfWork unit, RandomId subject)
    {
        unit.AfterCommit(() => _withdrawn.Add(subject));
        return 0;
    }

    public void WithdrawTo(UnitOfWork unit, Address to)
    {
    }

    public void WithdrawAnswers(UnitOfWork unit, Address to)
    {
    }
}

/// <summary>Whom words mean, as the test says.</summary>
internal sealed class NamedResponders : IKeepAwayReader
{
    private readonly Dictionary<string, ResponderId> _names = [];

    public void Means(string words, Actor responder) => _names.Add(words, responder.OnFile.Id);

    public KeptAway Read(UnitOfWork unit, string? municipality, string? choice, string? words) =>
        words is null ? new KeptAway(new HashSet<ResponderId>(), NamesNobodyOnFile: false)
        : _names.TryGetValue(words, out var id) ? new KeptAway(new HashSet<ResponderId> { id }, NamesNobodyOnFile: false)
        : new KeptAway(new HashSet<ResponderId>(), NamesNobodyOnFile: true);
}

/// <summary>A prompt's name and its values instead of words.</summary>
internal sealed class PromptNames : IUnaskedWords
{
    public string Say(string flow, string prompt, LanguageTag language, Address to, params (string Name, string Value)[] values) =>
        string.Join(' ', values.Select(v => v.Value).Prepend(prompt));
}

/// <summary>Places are called by their ids.</summary>
internal sealed class IdsAsLabels : IPlaceReader
{
    public PlaceReading Read(string text, string? country) => PlaceReading.Nothing;

    public PlaceReading Read(Pin pin) => PlaceReading.Nothing;

    public PlaceReading ReadDepartment(string text, string? country) => PlaceReading.Nothing;

    public string Label(string id) => id;
}
