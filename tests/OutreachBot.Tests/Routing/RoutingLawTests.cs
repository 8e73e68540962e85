using CsCheck;
using OutreachBot.Flows.Languages;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Routing.KeepAway;

namespace OutreachBot.Tests.Routing;

/// <summary>Generated routings against <see cref="PlainOracle"/>.</summary>
public sealed class RoutingLawTests
{
    private const int Routings = 100_000;

    [Fact]
    public void Nobody_gets_a_tip_who_may_not_and_everybody_else_stands_in_the_order_of_the_rules() =>
        RoutingCases.All.Sample(one => IsAsTheRulesSay(one, one.Ranked()), iter: Routings);

    /// <summary>A law that is tried on nothing proves nothing.</summary>
    [Fact]
    public void The_cases_it_is_tried_on_are_rich_in_conflicts_and_have_every_tier_in_them()
    {
        var seen = new Counts();
        RoutingCases.All.Sample(seen.Add, iter: Routings / 10);
        seen.HaveAtLeast(Routings / 100);
    }

    [Fact]
    public void The_others_stand_as_if_whoever_is_kept_away_were_not_on_file() => RoutingCases.All.Sample(
        one =>
        {
            var without = one with { People = [.. one.People.Where(p => !PlainOracle.MustNotKnow(one.Question, p))] };
            return one.Ranked().Candidates.SequenceEqual(without.Ranked().Candidates);
        },
        iter: Routings / 4);

    [Fact]
    public void The_order_of_the_file_decides_nothing() => RoutingCases.All.Sample(
        one => one.Ranked().Candidates.SequenceEqual((one with { People = [.. one.People.Reverse()] }).Ranked().Candidates),
        iter: 1_000);

    [Fact]
    public void No_part_of_a_score_is_more_than_its_share() => RoutingCases.All.Sample(
        one => one.Ranked().Candidates.All(c => c.Score is
        {
            Language: >= 0 and <= 30, Experience: >= 0 and <= 25, Distance: >= 0 and <= 20, Availability: >= 0 and <= 15, Load: >= 0 and <= 10,
        }),
        iter: 1_000);

    /// <summary>The law's own teeth: a router that forgets one rule is caught.</summary>
    [Theory]
    [InlineData("who is kept away")]
    [InlineData("names that are kept away")]
    [InlineData("institutions that are kept away")]
    [InlineData("kinds of institutions that are kept away")]
    [InlineData("that an institution was said")]
    [InlineData("words that nobody has read")]
    [InlineData("officials")]
    [InlineData("samples")]
    [InlineData("who had it")]
    [InlineData("who wants no messages")]
    [InlineData("who is suspended")]
    [InlineData("the language")]
    [InlineData("the kind")]
    [InlineData("the community")]
    [InlineData("the place")]
    [InlineData("what somebody has open")]
    [InlineData("when somebody was asked last")]
    [InlineData("where somebody is")]
    [InlineData("the hour")]
    [InlineData("hours of one's own")]
    [InlineData("how much somebody can carry")]
    [InlineData("who is not trained")]
    [InlineData("kinds that somebody will not take")]
    [InlineData("institutions that somebody is tied to")]
    public void A_router_that_forgets_something_is_caught(string forgotten)
    {
        var caught = 0;
        RoutingCases.All.Sample(
            one =>
            {
                if (!IsAsTheRulesSay(one, Forgetting(forgotten, one).Ranked()))
                {
                    Interlocked.Increment(ref caught);
                }
            },
            iter: 2_500);

        Assert.NotEqual(0, caught);
    }

    private static bool IsAsTheRulesSay(RoutingCase one, Ranking ranking) =>
        ranking.Candidates.Select(c => c.Responder.Id).SequenceEqual(PlainOracle.Ranked(one.Question, one.People, one.Open).Select(p => p.Id))
        && ranking.Candidates.All(c => (int)c.Tier! + 1 == PlainOracle.StepsTo(one.Question, c.Responder))
        && ranking.Candidates.Count + ranking.Excluded.Count == one.People.Length
        && ranking.Excluded.All(e => e.Excluded is not null && (e.Excluded == Exclusion.KeptAway) == PlainOracle.MustNotKnow(one.Question, e.Responder));

    private static RoutingCase Forgetting(string what, RoutingCase one)
    {
        var question = one.Question;
        return what switch
        {
            "who is kept away" => one with { Question = question with { KeepAway = new HashSet<ResponderId>() } },
            "names that are kept away" => one with { Question = question with { Marks = question.Marks with { Names = new HashSet<string>() } } },
            "institutions that are kept away" => one with { Question = question with { Marks = question.Marks with { Institutions = new HashSet<string>() } } },
            "kinds of institutions that are kept away" => one with { Question = question with { Marks = question.Marks with { Kinds = new HashSet<string>() } } },
            "that an institution was said" => one with { Question = question with { Marks = question.Marks with { InstitutionSaid = false } } },
            "words that nobody has read" => one with { Question = question with { CoordinatorOnly = false } },
            "officials" => one with { Question = question with { OfficialsAllowed = true } },
            "samples" => one with { Question = question with { FromProvider = false } },
            "who had it" => one with { Question = question with { Tried = new HashSet<ResponderId>() } },
            "the community" => one with { Question = question with { Community = null } },
            "the place" => one with { Question = question with { Municipality = null, Department = question.Municipality?[..5] ?? question.Department } },
            "the hour" => one with { Question = question with { Now = Ask.Monday } },
            "what somebody has open" => one with { Open = [] },
            _ => one with { People = [.. one.People.Select(p => Forgetting(what, p))] },
        };
    }

    private static Responder Forgetting(string what, Responder responder) => what switch
    {
        "who wants no messages" => responder with { OptedOut = false },
        "who is suspended" => responder with { Suspended = false },
        "the language" => responder with { Languages = LanguageTag.WithFlows },
        "the kind" => responder with { Competences = [] },
        "when somebody was asked last" => responder with { LastAlertedAt = null },
        "where somebody is" => responder with { Place = null },
        "hours of one's own" => responder with { Hours = null },
        "how much somebody can carry" => responder with { Capacity = null },
        "who is not trained" => responder with { Training = Training.Vouched },
        "kinds that somebody will not take" => responder with { ExcludedKinds = [] },
        "institutions that somebody is tied to" => responder with { ExcludedInstitutions = [] },
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "no such rule"),
    };

    /// <summary>What generated cases have in them.</summary>
    private sealed class Counts
    {
        private readonly int[] _tiers = new int[7];
        private int _conflicts;
        private int _officials;
        private int _unread;
        private int _nobody;

        public void Add(RoutingCase one)
        {
            var question = one.Question;
            var free = question with { KeepAway = new HashSet<ResponderId>(), Marks = KeptMarks.None };
            Count(ref _conflicts, one.People.Any(p => PlainOracle.MustNotKnow(question, p) && May(free, one, p)));
            Count(ref _officials, one.People.Any(p => p.Role == ResponderRole.Official && May(question, one, p)));
            Count(ref _unread, question.CoordinatorOnly);
            var may = one.People.Where(p => May(question, one, p)).Select(p => PlainOracle.StepsTo(question, p)).ToHashSet();
            Count(ref _nobody, may.Count == 0);
            for (var tier = 1; tier < _tiers.Length; tier++)
            {
                Count(ref _tiers[tier], may.Contains(tier));
            }
        }

        public void HaveAtLeast(int most)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"conflicts {_conflicts}, officials {_officials}, unread words {_unread}, nobody {_nobody}, tiers {string.Join(' ', _tiers[1..])}");
            Assert.True(_conflicts >= most, $"{_conflicts} conflicts");
            Assert.True(_officials >= most / 4, $"{_officials} officials");
            Assert.True(_unread >= most / 2, $"{_unread} unread");
            Assert.True(_nobody >= most / 2, $"{_nobody} without anybody");
            Assert.All(_tiers[1..], (count, tier) => Assert.True(count >= most / 10, $"{count} of tier {tier + 1}"));
        }

        private static bool May(RoutingQuestion question, RoutingCase one, Responder p) =>
            PlainOracle.MayHaveIt(question, p, one.Open.GetValueOrDefault(p.Id));

        private static void Count(ref int counter, bool isSo)
        {
            if (isSo)
            {
                Interlocked.Increment(ref counter);
            }
        }
    }
}
