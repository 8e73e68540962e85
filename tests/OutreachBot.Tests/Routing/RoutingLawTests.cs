using CsCheck;
using OutreachBot.Flows.Languages;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Routing;

/// <summary>Generated routings against <see cref="PlainOracle"/>.</summary>
public sealed class RoutingLawTests
{
    private const int Routings = 10_000;

    // Few places, close together, so that tiers meet; one far away, one abroad.
    private static readonly string[] Areas =
        ["BO-010601", "BO-010602", "BO-010302", "BO-010301", "BO-010101", "BO-070101", "BO-01", "BO-07", "BO", "GT", "GT-14", "GT-1406", "BO-C0123456789D"];

    private static readonly string[] Kinds = ["work", "sexual", "begging", "unknown"];

    private static readonly Gen<bool> Seldom = Gen.Int[0, 9].Select(i => i == 0);

    private static readonly Gen<Responder> Anybody = Gen.Select(
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, Areas.Length - 1].Array[1, 3], Gen.Int[0, 3].Array[1, 3], Gen.Int[0, 3].Array[0, 2]),
        Gen.Select(Gen.Bool, Seldom, Seldom, Seldom),
        Gen.Int[0, 20],
        (who, flags, days) =>
        {
            var (role, areas, languages, kinds) = who;
            var (onDuty, optedOut, suspended, sample) = flags;
            return (Responder)Given.Somebody(role switch { 0 => ResponderRole.Coordinator, 1 or 2 => ResponderRole.Official, _ => ResponderRole.Defender })
                .In([.. areas.Select(a => Areas[a]).Distinct()])
                .With(r => r with
                {
                    Languages = [.. languages.Select(l => LanguageTag.WithFlows[l]).Distinct()],
                    Competences = [.. kinds.Select(k => Kinds[k]).Distinct()],
                    OnDuty = onDuty,
                    OptedOut = optedOut,
                    Suspended = suspended,
                    IsSample = sample,
                    LastAlertedAt = days == 0 ? null : Ask.Monday.AddDays(-days),
                });
        });

    private static readonly Gen<(RoutingQuestion Question, Responder[] People)> Cases = Gen.Select(
        Anybody.Array[0, 12],
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 3]),
        Gen.Select(Gen.Int[0, 5].Array[0, 3], Gen.Int[0, 5].Array[0, 2], Seldom, Gen.Bool),
        Gen.Bool,
        (people, tip, rules, provider) =>
        {
            people = [.. people.Select((p, i) => (Responder)Given.Somebody(p.Role).Number(i).With(n => p with { Id = n.Id, Address = n.Address }))];
            var (place, kind, urgency, language) = tip;
            var (keptAway, tried, coordinatorOnly, officials) = rules;
            var question = Ask.About(place switch { < 4 => Areas[place], 4 => "GT-1406", _ => null }) with
            {
                Department = place == 5 ? "BO-01" : null,
                Country = place == 6 ? "BO" : null,
                Kind = Kinds[kind],
                Urgency = (Urgency)urgency,
                Language = LanguageTag.WithFlows[language],
                KeepAway = keptAway.Where(i => i < people.Length).Select(i => people[i].Id).ToHashSet(),
                Tried = tried.Where(i => i < people.Length).Select(i => people[i].Id).ToHashSet(),
                CoordinatorOnly = coordinatorOnly,
                OfficialsAllowed = officials,
                FromProvider = provider,
            };
            return (question, people);
        });

    [Fact]
    public void Nobody_gets_a_tip_who_may_not_and_nobody_who_may_is_forgotten() => Cases.Sample(
        (question, people) =>
        {
            var ranking = Ask.Rank(question, people);
            return ranking.Candidates.Select(c => c.Responder.Id).ToHashSet()
                    .SetEquals(people.Where(p => PlainOracle.MayHaveIt(question, p)).Select(p => p.Id))
                && ranking.Candidates.Count + ranking.Excluded.Count == people.Length
                && ranking.Excluded.All(e => e.Excluded is not null);
        },
        iter: Routings);

    [Fact]
    public void Nobody_stands_before_somebody_nearer() => Cases.Sample(
        (question, people) =>
        {
            var steps = Ask.Rank(question, people).Candidates
                .Select(c => c.Responder.Role == ResponderRole.Coordinator ? 6 : PlainOracle.Steps(question, c.Responder)!.Value)
                .ToList();
            return steps.SequenceEqual(steps.Order());
        },
        iter: Routings);

    [Fact]
    public void The_others_stand_as_if_whoever_is_kept_away_were_not_on_file() => Cases.Sample(
        (question, people) =>
        {
            var with = Ask.Rank(question, people).Candidates;
            var without = Ask.Rank(question, [.. people.Where(p => !question.KeepAway.Contains(p.Id))]).Candidates;
            return with.SequenceEqual(without);
        },
        iter: Routings);

    [Fact]
    public void The_order_of_the_file_decides_nothing() => Cases.Sample(
        (question, people) =>
            Ask.Rank(question, people).Candidates.SequenceEqual(Ask.Rank(question, [.. people.Reverse()]).Candidates),
        iter: 1_000);

    [Fact]
    public void No_part_of_a_score_is_more_than_its_share() => Cases.Sample(
        (question, people) => Ask.Rank(question, people).Candidates.All(c => c.Score is
        {
            Language: >= 0 and <= 30, Experience: >= 0 and <= 25, Distance: >= 0 and <= 20, Availability: >= 0 and <= 15, Load: >= 0 and <= 10,
        }),
        iter: 1_000);

    /// <summary>The law's own teeth: a router that forgot the conflict is caught.</summary>
    [Fact]
    public void A_router_that_forgets_who_is_kept_away_is_caught()
    {
        var caught = false;
        Cases.Sample(
            (question, people) =>
            {
                var forgetful = Ask.Rank(question with { KeepAway = new HashSet<ResponderId>() }, people);
                caught |= forgetful.Candidates.Any(c => !PlainOracle.MayHaveIt(question, c.Responder));
            },
            iter: 1_000, threads: 1);
        Assert.True(caught);
    }
}
