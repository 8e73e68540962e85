using OutreachBot.Flows.Languages;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Routing;

public sealed class RouterTests
{
    [Fact]
    public void The_nearer_tier_comes_first_whatever_the_points()
    {
        Responder here = Given.Defender().In("BO-010601").OffDuty();
        Responder neighbour = Given.Defender().In("BO-010602").Competent("work");
        Responder department = Given.Defender().In("BO-01").Competent("work");
        Responder national = Given.Defender().In("BO").Competent("work");
        Responder coordinator = Given.Coordinator().In("BO");

        var ranking = Ask.Rank(Ask.About(), coordinator, national, department, neighbour, here);

        Assert.Equal(
            [(here.Id, Tier.Municipality), (neighbour.Id, Tier.Neighbour), (department.Id, Tier.Department), (national.Id, Tier.National), (coordinator.Id, Tier.Coordinator)],
            ranking.Candidates.Select(c => (c.Responder.Id, c.Tier!.Value)));
    }

    [Theory]
    [InlineData(Exclusion.KeptAway)]
    [InlineData(Exclusion.OptedOut)]
    [InlineData(Exclusion.Suspended)]
    [InlineData(Exclusion.Sample)]
    [InlineData(Exclusion.Tried)]
    [InlineData(Exclusion.CoordinatorOnly)]
    [InlineData(Exclusion.Official)]
    [InlineData(Exclusion.Area)]
    [InlineData(Exclusion.Competence)]
    [InlineData(Exclusion.Language)]
    public void Whoever_may_not_have_it_is_told_apart_with_the_reason(string reason)
    {
        Responder responder = Given.Defender().In("BO-010601");
        var question = Ask.About();
        (responder, question) = reason switch
        {
            Exclusion.KeptAway => (responder, question with { KeepAway = new HashSet<ResponderId> { responder.Id } }),
            Exclusion.OptedOut => (responder with { OptedOut = true }, question),
            Exclusion.Suspended => (responder with { Suspended = true }, question),
            Exclusion.Sample => (responder with { IsSample = true }, question),
            Exclusion.Tried => (responder, question with { Tried = new HashSet<ResponderId> { responder.Id } }),
            Exclusion.CoordinatorOnly => (responder, question with { CoordinatorOnly = true }),
            Exclusion.Official => (responder with { Role = ResponderRole.Official }, question),
            Exclusion.Area => (responder with { Areas = ["BO-070101"] }, question),
            Exclusion.Competence => (responder with { Competences = ["begging"] }, question),
            _ => (responder with { Languages = [LanguageTag.Quechua] }, question),
        };

        var ranking = Ask.Rank(question, responder);

        Assert.Empty(ranking.Candidates);
        Assert.Equal(reason, ranking.Excluded.Single().Excluded);
    }

    [Fact]
    public void A_conflict_is_the_reason_even_where_there_are_others()
    {
        Responder responder = Given.Official().In("BO-07").With(r => r with { OptedOut = true });
        var question = Ask.About() with { KeepAway = new HashSet<ResponderId> { responder.Id } };

        Assert.Equal(Exclusion.KeptAway, Ask.Rank(question, responder).Excluded.Single().Excluded);
    }

    [Fact]
    public void A_sample_takes_what_a_simulated_phone_told() =>
        Assert.Single(Ask.Rank(Ask.About() with { FromProvider = false }, Given.Defender().In("BO").With(r => r with { IsSample = true })).Candidates);

    [Fact]
    public void An_official_is_a_candidate_where_the_rules_allow_it() =>
        Assert.Single(Ask.Rank(Ask.About() with { OfficialsAllowed = true }, Given.Official().In("BO-010601")).Candidates);

    [Fact]
    public void An_unknown_kind_fits_any_competence() =>
        Assert.Single(Ask.Rank(Ask.About() with { Kind = "unknown" }, Given.Defender().In("BO-010601").Competent("begging")).Candidates);

    [Fact]
    public void Without_a_place_only_coordinators_are_asked()
    {
        Responder coordinator = Given.Coordinator().In("BO");

        var ranking = Ask.Rank(Ask.About(null) with { Country = "BO" }, Given.Defender().In("BO"), coordinator);

        Assert.Equal(coordinator.Id, Assert.Single(ranking.Candidates).Responder.Id);
    }

    [Fact]
    public void With_the_department_alone_those_who_cover_it_are_asked()
    {
        Responder department = Given.Defender().In("BO-01");

        var ranking = Ask.Rank(Ask.About(null) with { Department = "BO-01" }, department, Given.Defender().In("BO-010601"));

        Assert.Equal((department.Id, Tier.Department), ranking.Candidates.Select(c => (c.Responder.Id, c.Tier!.Value)).Single());
    }

    [Fact]
    public void A_coordinator_is_never_left_out_for_language_or_craft_but_comes_after_one_who_has_them()
    {
        Responder without = Given.Coordinator().In("BO").Competent("begging");
        Responder with = Given.Coordinator().In("BO").Speaking("es", "qu");

        var ranking = Ask.Rank(Ask.About() with { Language = LanguageTag.Quechua }, without, with);

        Assert.Equal([with.Id, without.Id], ranking.Candidates.Select(c => c.Responder.Id));
    }

    [Fact]
    public void The_coordinator_of_the_other_country_comes_last()
    {
        Responder other = Given.Coordinator().In("GT").Competent("work");
        Responder own = Given.Coordinator().In("BO").OffDuty();

        Assert.Equal([own.Id, other.Id], Ask.Rank(Ask.About(), other, own).Candidates.Select(c => c.Responder.Id));
    }

    [Fact]
    public void Points_are_for_language_experience_distance_availability_and_load()
    {
        Responder responder = Given.Defender().In("BO-010601").Competent("work");

        Assert.Equal(new ScoreParts(30, 25, 20, 15, 10), Ask.Rank(Ask.About(), responder).Candidates.Single().Score);
    }

    [Fact]
    public void Open_cases_cost_points()
    {
        Responder busy = Given.Defender().In("BO-010601");
        Responder free = Given.Defender().In("BO-010601");

        var ranking = new Router(Ask.Places).Rank(Ask.About(), [busy, free], new Dictionary<ResponderId, int> { [busy.Id] = 3 });

        Assert.Equal([free.Id, busy.Id], ranking.Candidates.Select(c => c.Responder.Id));
        Assert.Equal([10, 4], ranking.Candidates.Select(c => c.Score.Load));
    }

    [Fact]
    public void Where_she_says_she_is_counts_for_the_distance()
    {
        Responder away = Given.Defender().In("BO-010601").At("BO-070101");
        Responder home = Given.Defender().In("BO-010601");

        Assert.Equal([home.Id, away.Id], Ask.Rank(Ask.About(), away, home).Candidates.Select(c => c.Responder.Id));
    }

    [Fact]
    public void Among_equals_whoever_was_alerted_least_recently_is_first()
    {
        Responder today = Given.Defender().In("BO-010601").LastAlerted(Ask.Monday);
        Responder lastWeek = Given.Defender().In("BO-010601").LastAlerted(Ask.Monday.AddDays(-7));
        Responder never = Given.Defender().In("BO-010601");

        Assert.Equal([never.Id, lastWeek.Id, today.Id], Ask.Rank(Ask.About(), today, lastWeek, never).Candidates.Select(c => c.Responder.Id));
    }

    [Fact]
    public void At_night_being_on_duty_counts_in_full_only_for_what_is_urgent()
    {
        Responder responder = Given.Defender().In("BO-010601");
        var night = Ask.About() with { Now = Ask.Monday.AddHours(13) };

        Assert.Equal(8, Ask.Rank(night, responder).Candidates.Single().Score.Availability);
        Assert.Equal(15, Ask.Rank(night with { Urgency = Urgency.Urgent }, responder).Candidates.Single().Score.Availability);
    }
}
