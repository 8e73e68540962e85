using CsCheck;
using OutreachBot.Flows.Languages;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Routing.Holes;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Routing;

public sealed class HoleSearchTests
{
    private static readonly Dictionary<ResponderId, int> NoCases = [];

    private static readonly string[] Areas = ["BO-010601", "BO-010602", "BO-010302", "BO-070101", "BO-01", "BO-07", "BO", "GT", "GT-14", "GT-1406"];
    private static readonly string[] Languages = ["es", "qu", "ay", "quc", "kek"];

    private static readonly Gen<Responder[]> People = Gen.Select(
            Gen.Select(Gen.Int[0, 6], Gen.Int[0, Areas.Length - 1].Array[1, 2], Gen.Int[0, Languages.Length - 1].Array[1, 2], Gen.Int[0, TipKinds.All.Count - 1].Array[0, 2]),
            Gen.Select(Gen.Bool, Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 12]),
            (who, flags) =>
            {
                var (role, areas, languages, kinds) = who;
                var (onDuty, out1, pending, excluded) = flags;
                return (Responder)Given.Somebody(role switch { 0 => ResponderRole.Coordinator, 1 => ResponderRole.Official, _ => ResponderRole.Defender })
                    .In([.. areas.Select(a => Areas[a]).Distinct()])
                    .Speaking([.. languages.Select(l => Languages[l]).Distinct()])
                    .Competent([.. kinds.Select(k => TipKinds.All[k]).Distinct()])
                    .With(r => r with
                    {
                        OnDuty = onDuty,
                        OptedOut = out1 == 0,
                        Training = pending == 0 ? Training.Pending : Training.Vouched,
                        ExcludedKinds = excluded < TipKinds.All.Count ? [TipKinds.All[excluded]] : [],
                    });
            })
        .Array[0, 6]
        .Select(people => people.Select((p, i) => p with { Id = ((Responder)Given.Defender().Number(i)).Id }).ToArray());

    [Fact]
    public void There_is_a_hole_at_a_tier_just_where_the_router_has_no_candidate_of_it() => People.Sample(
        people =>
        {
            foreach (var hole in Look(people).Where(h => h.Municipality.Id is "BO-010601" or "BO-010302" or "BO-070101" or "GT-1406" or "GT-1601"))
            {
                var candidates = TipKinds.All
                    .SelectMany(kind => LanguageTag.All.Where(l => LanguagePriors.IsSpokenIn(hole.Municipality.Country, l)).Select(language => (kind, language)))
                    .ToDictionary(q => q, q => Candidates(hole, q.kind, q.language, people));
                foreach (var tier in Enum.GetValues<Tier>())
                {
                    Assert.Equal(candidates.Values.Any(c => c.Any(t => t.Tier == tier)), hole.Candidates.ContainsKey(tier));
                }
                foreach (var ((kind, language), found) in candidates)
                {
                    Assert.Equal(
                        !found.Any(c => c.Tier is Tier.Community or Tier.Municipality or Tier.Neighbour),
                        hole.NobodyNear.TryGetValue(language, out var missing) && missing.Contains(kind));
                }
            }
        },
        iter: 25);

    [Fact]
    public void At_this_moment_who_rests_or_has_her_hands_full_is_not_there()
    {
        Responder own = Given.Defender().In("BO-010601").Number(1).With(r => r with { Capacity = 1 });
        Responder ofDepartment = Given.Defender().In("BO-01").Number(2);

        Assert.Equal(Tier.Municipality, Tarabuco([own, ofDepartment], NoCases).Now);
        Assert.Equal(Tier.Department, Tarabuco([own with { OnDuty = false }, ofDepartment], NoCases).Now);
        Assert.Equal(Tier.Department, Tarabuco([own, ofDepartment], new() { [own.Id] = 1 }).Now);
        Assert.Null(Tarabuco([own with { OnDuty = false }], NoCases).Now);
        Assert.Equal(Tier.Municipality, Tarabuco([own with { OnDuty = false }], NoCases).Nearest);
    }

    [Fact]
    public void A_kind_that_the_only_one_near_handles_in_another_language_is_missing_in_this_one()
    {
        var hole = Tarabuco([Given.Defender().In("BO-010601").Speaking("qu").Competent("work").Number(1)], NoCases);

        Assert.True(hole.HasItsOwn);
        Assert.Equal(TipKinds.All.Count, hole.NobodyNear[LanguageTag.Spanish].Count);
        Assert.DoesNotContain("work", hole.NobodyNear[LanguageTag.Quechua]);
        Assert.DoesNotContain("work", hole.KindsMissing(HoleSearch.LanguagesOf("BO")));
        Assert.Contains("sexual", hole.KindsMissing(HoleSearch.LanguagesOf("BO")));
    }

    private static Hole Tarabuco(Responder[] people, Dictionary<ResponderId, int> open) => Look(people, open).Single(h => h.Municipality.Id == "BO-010601");

    private static List<Hole> Look(Responder[] people, Dictionary<ResponderId, int>? open = null) =>
        [.. new HoleSearch(Ask.Places, new Router(Ask.Places), TipKinds.All).Look(people, open ?? NoCases, Ask.Monday)];

    private static IReadOnlyList<Candidate> Candidates(Hole hole, string kind, LanguageTag language, Responder[] people) => Ask.Rank(
        Ask.About(hole.Municipality.Id) with { Department = hole.Municipality.Department, Kind = kind, Language = language, FromProvider = false },
        people).Candidates;
}
