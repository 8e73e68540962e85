using CsCheck;
using OutreachBot.Alerts.Duplicates;
using OutreachBot.Flows.Languages;
using OutreachBot.Routing;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Alerts.Duplicates;

public sealed class LikenessTests
{
    private const string Tarabuco = "BO-010601";
    private const string Yamparaez = "BO-010602";
    private const string Cobija = "BO-090101";
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);

    private static readonly string?[] Places = [Tarabuco, Yamparaez, Cobija, null];
    private static readonly string[] Kinds = ["work", "sexual", "missing", "unknown"];

    private static readonly Gen<Tip> AnyTip = Gen.Select(
        Gen.Int[0, 3], Gen.Int[0, 400], Gen.Int[0, 3], (place, hours, kind) => Told(Places[place], hours, Kinds[kind]));

    [Theory]
    [InlineData(Tarabuco, 3, "work", 100)]
    [InlineData(Tarabuco, 24, "work", 100)]
    [InlineData(Tarabuco, 72, "work", 90)]
    [InlineData(Tarabuco, 168, "work", 80)]
    [InlineData(Tarabuco, 24, "unknown", 85)]
    [InlineData(Yamparaez, 24, "work", 80)]
    public void Near_in_place_time_and_kind_is_alike(string place, int hours, string kind, int total) =>
        Assert.Equal(total, Between(Told(Tarabuco, 0, "work"), Told(place, hours, kind))?.Total);

    [Theory]
    [InlineData(Tarabuco, 169, "work")]
    [InlineData(Tarabuco, 1, "sexual")]
    [InlineData(Yamparaez, 25, "work")]
    [InlineData(Yamparaez, 1, "unknown")]
    [InlineData(Tarabuco, 73, "unknown")]
    [InlineData(Cobija, 1, "work")]
    [InlineData(null, 1, "work")]
    public void Far_in_any_of_them_is_not(string? place, int hours, string kind) =>
        Assert.Null(Between(Told(Tarabuco, 0, "work"), Told(place, hours, kind)));

    [Fact]
    public void Likeness_is_the_same_from_both_sides_and_never_of_a_tip_with_itself() =>
        Gen.Select(AnyTip, AnyTip).Sample((a, b) => Between(a, b) == Between(b, a) && Between(a, a) is null);

    [Fact]
    public void Five_who_tell_of_one_event_are_one_group()
    {
        var five = Enumerable.Range(0, 5).Select(i => Told(i % 2 == 0 ? Tarabuco : Yamparaez, i * 4, "work")).ToList();

        var group = Assert.Single(LikeGroups.Of([.. five, Told(Cobija, 2, "work")], Between));

        Assert.Equal(five.Select(t => t.Id), group.Tips.Select(t => t.Id));
    }

    [Fact]
    public void Who_is_in_no_group_changes_none()
    {
        Gen.Select(AnyTip.Array[0, 12], Gen.Int[0, 11]).Sample((tips, at) =>
        {
            var groups = Names(LikeGroups.Of(tips, Between));
            var alone = tips.Where(t => !groups.Any(g => g.Contains(t.Id.ToString(), StringComparison.Ordinal))).Skip(at).Take(1);
            return groups.SequenceEqual(Names(LikeGroups.Of([.. tips.Except(alone)], Between)));
        });
    }

    private static List<string> Names(IEnumerable<LikeGroup> groups) => [.. groups.Select(g => string.Join(' ', g.Tips.Select(t => t.Id)))];

    private static Likeness? Between(Tip one, Tip other) => Likeness.Between(one, other, (a, b) => (a, b) is (Tarabuco, Yamparaez) or (Yamparaez, Tarabuco));

    private static Tip Told(string? place, int hours, string kind) => new(
        TipId.Draw(), Start + TimeSpan.FromHours(hours), place, Department: null, "BO", kind, Urgency.Normal, LanguageTag.Spanish,
        TipState.Alerted, IsCallBack: false, FromProvider: true, Complete: true, Assigned: null, Outcome: null);
}
