using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Routing.KeepAway;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Routing;

public sealed class OwnLimitsTests
{
    [Fact]
    public void Who_is_not_trained_yet_is_not_asked()
    {
        Responder rosa = Given.Defender().In("BO-010601").With(r => r with { Training = Training.Pending });

        Assert.Equal(Exclusion.Training, Assert.Single(Ask.Rank(Ask.About(), rosa).Excluded).Excluded);
        Assert.Single(Ask.Rank(Ask.About(), rosa with { Training = Training.On(new DateOnly(2026, 1, 5)) }).Candidates);
    }

    [Fact]
    public void A_kind_that_she_will_not_take_is_not_offered_to_her_and_another_is()
    {
        Responder rosa = Given.Defender().In("BO-010601").With(r => r with { ExcludedKinds = ["work"] });

        Assert.Equal(Exclusion.ByHerself, Assert.Single(Ask.Rank(Ask.About(), rosa).Excluded).Excluded);
        Assert.Single(Ask.Rank(Ask.About() with { Kind = "sexual" }, rosa).Candidates);
    }

    [Theory]
    [InlineData(1, Urgency.High, true)]
    [InlineData(2, Urgency.High, false)]
    [InlineData(3, Urgency.Normal, false)]
    [InlineData(3, Urgency.Urgent, true)]
    public void With_her_hands_full_she_is_asked_only_when_it_is_urgent(int open, Urgency urgency, bool asked)
    {
        Responder rosa = Given.Defender().In("BO-010601").With(r => r with { Capacity = 2 });

        var ranking = new Router(Ask.Places).Rank(Ask.About() with { Urgency = urgency }, [rosa], new Dictionary<ResponderId, int> { [rosa.Id] = open });

        Assert.Equal(asked, ranking.Candidates.Count == 1);
        Assert.All(ranking.Excluded, e => Assert.Equal(Exclusion.Capacity, e.Excluded));
    }

    [Fact]
    public void A_coordinator_is_the_last_there_is_whatever_her_record_says()
    {
        Responder elena = Given.Coordinator().In("BO").With(r => r with { Capacity = 1, ExcludedKinds = ["work"] });

        Assert.Single(new Router(Ask.Places).Rank(Ask.About(), [elena], new Dictionary<ResponderId, int> { [elena.Id] = 9 }).Candidates);
    }

    [Theory]
    [InlineData("2026-03-02T14:00Z", 15)]
    [InlineData("2026-03-02T22:00Z", 0)]
    public void Hours_of_her_own_leave_the_rest_of_the_day_free(string now, int points)
    {
        Responder rosa = Given.Defender().In("BO-010601").With(r => r with { Hours = DutyHours.TryParse(["lun-vie 08-16"]) });

        Assert.Equal(points, Assert.Single(Ask.Rank(Ask.About() with { Now = DateTimeOffset.Parse(now) }, rosa).Candidates).Score.Availability);
    }

    [Theory]
    [InlineData("police", true)]
    [InlineData("el comandante de la policia", true)]
    [InlineData("Pedro Mamani", true)]
    [InlineData("el alcalde", false)]
    public void Where_an_institution_she_is_tied_to_is_kept_away_so_is_she(string words, bool keptAway)
    {
        Responder pedro = Given.Official().Called("Pedro Mamani").In("BO-010601").Of("Policía de Tarabuco");
        Responder rosa = Given.Defender().In("BO-010601").With(r => r with { ExcludedInstitutions = ["Policia de Tarabuco"] });

        Assert.Equal(keptAway, new KeepAwayWords(Ask.Places).Read([pedro, rosa], "BO-010601", words).Responders.Contains(rosa.Id));
    }

    [Fact]
    public void A_tie_makes_no_words_certain()
    {
        Responder rosa = Given.Defender().In("BO-010601").With(r => r with { ExcludedInstitutions = ["Alcaldía de Tarabuco"] });

        var read = new KeepAwayWords(Ask.Places).Read([rosa], "BO-010601", "la alcaldia");

        Assert.Equal((true, true), (read.Responders.Contains(rosa.Id), read.NamesNobodyOnFile));
    }

    [Fact]
    public void Whose_tie_came_on_file_after_the_tip_is_kept_away_by_the_marks()
    {
        Responder pedro = Given.Official().Called("Pedro Mamani").In("BO-010601").Of("Policía de Tarabuco");
        Responder rosa = Given.Defender().In("BO-010601").Called("Rosa").With(r => r with { ExcludedInstitutions = ["Policía de Tarabuco"] });
        var marks = new KeepAwayWords(Ask.Places).Read([pedro], "BO-010601", "Pedro Mamani").Marks;

        Assert.Empty(Ask.Rank(Ask.About() with { Marks = marks }, rosa).Candidates);
    }
}
