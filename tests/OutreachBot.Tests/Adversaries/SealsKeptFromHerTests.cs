using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Journeys;
using OutreachBot.Tests.Privacy;
using OutreachBot.Tests.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries;

/// <summary>She is accused, and has a coordinator's key: no seal of a tip that keeps her away is made out to it.</summary>
public sealed class SealsKeptFromHerTests : IDisposable
{
    private const int Cases = 100_000;
    private const int KeysOnFile = 16;
    private const string Her = "Rosa Choque";
    private const string House = "Casa Ficticia";
    private const string Mine = "a long walk to the river";

    private readonly SealParts _parts = new();

    public void Dispose() => _parts.Dispose();

    [Fact]
    public async Task Of_a_hundred_thousand_tips_none_is_sealed_to_anybody_who_must_not_know() =>
        Assert.Equal((0, true), await SealAllAsync(discretion => discretion, Cases));

    /// <summary>The law's own teeth: marks alone forgotten, or all of it.</summary>
    [Theory]
    [InlineData("marks")]
    [InlineData("all")]
    public async Task With_what_keeps_her_away_forgotten_it_is_found(string forgotten)
    {
        var (sealedToHer, _) = await SealAllAsync(
            discretion => forgotten == "marks" ? discretion with { Marks = Discretion.NotAskedYet.Marks } : Discretion.NotAskedYet, Cases / 50);

        Assert.NotEqual(0, sealedToHer);
    }

    [Theory]
    [InlineData(Her)]
    [InlineData($"los de {House}")]
    [InlineData("la coordinadora")]
    public async Task On_the_line_her_key_opens_what_others_told_and_nothing_that_names_her(string words) =>
        Assert.Equal((true, false), await OpenedByHerAsync(words, off: null));

    [Theory]
    [InlineData(Her)]
    [InlineData($"los de {House}")]
    [InlineData("la coordinadora")]
    public async Task With_seals_made_out_to_all_it_is_found(string words) =>
        Assert.Equal((true, true), await OpenedByHerAsync(words, services => services
            .RemoveAll<ISeals>()
            .AddSingleton<ISeals>(p => new SealedToAll(p.GetRequiredService<Seals>()))));

    private async Task<(int SealedToHer, bool OthersHaveIt)> SealAllAsync(Func<Discretion, Discretion> kept, int cases)
    {
        var keys = await _parts.Store.RunAsync(MakeKeys);
        var (sealedToHer, left) = (0, 0);
        await _parts.Store.RunAsync(unit => RoutingCases.All.Sample(
            one =>
            {
                var responders = new FakeResponders { Everybody = one.People };
                var discretion = kept(Discretion.NotAskedYet with { KeepAway = one.Question.KeepAway, Marks = one.Question.Marks });
                var to = new Seals(_parts.Recipients, responders)
                    .RecipientsFor(unit, new KeptFrom(_parts.Tips, responders).Of(unit, discretion))
                    .Select(r => r.Text)
                    .ToHashSet(StringComparer.Ordinal);
                sealedToHer += one.People.Count(p => PlainOracle.MustNotKnow(one.Question, p) && to.Contains(keys[p.Id]));
                left += one.People.Count(p => !PlainOracle.MustNotKnow(one.Question, p) && !to.Contains(keys[p.Id]));
            },
            iter: cases,
            threads: 1));
        return (sealedToHer, left == 0);
    }

    /// <summary>A recovery key, and a vouched key for everybody whom the cases know.</summary>
    private Dictionary<ResponderId, string> MakeKeys(UnitOfWork unit)
    {
        using var recovery = AgeIdentity.Draw();
        using var signing = Vouching.SigningKey(recovery);
        _parts.Recipients.Put(unit, new Recipient(
            RandomId.Draw(), RecipientKind.Recovery, Responder: null, recovery.Recipient.Text, Vouching.PublicPart(signing), Wrapped: null, Held: null, unit.Now));
        var keys = new Dictionary<ResponderId, string>();
        for (var i = 0; i < KeysOnFile; i++)
        {
            using var own = AgeIdentity.Draw();
            Responder owner = Given.Somebody(ResponderRole.Coordinator).Number(i);
            var key = new Recipient(
                RandomId.Draw(), RecipientKind.Coordinator, owner.Id, own.Recipient.Text, Voucher: null, Wrapped: null, Held: null, unit.Now);
            _parts.Recipients.Put(unit, key with { Voucher = Vouching.Sign(signing, key) });
            keys.Add(owner.Id, own.Recipient.Text);
        }
        return keys;
    }

    /// <returns>Whether her passphrase opens a tip of others, and the one that names her.</returns>
    private static async Task<(bool OfOthers, bool OfHer)> OpenedByHerAsync(string words, Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off);
        var rosa = await line.Coordinator(Her).Of(House).OnFileAsync();
        var her = await line.RunAsync(unit => line.Get<IResponders>().FindByAddress(unit, rosa.Phone)!.Id);
        var made = NewKeys.Draw(Passphrase.TryFrom(Mine)!, SealParts.Cheap, her, line.Now);
        Assert.True(await line.Get<KeyCeremony>().KeepAsync(made, replace: false, CancellationToken.None));
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        var ofOthers = (await line.OnlyTipAsync()).Id;
        await line.Stranger().SaysAsync("hola", "3", "2", "2", "tarabuco", "tiene a una chica encerrada", "4", words, "1", "2", "0", "0");

        using var keys = await line.Get<KeyUnlocking>().UnlockAsync(Passphrase.TryFrom(Mine)!, CancellationToken.None);
        var tips = (await line.TipsAsync()).ToDictionary(t => t.Id == ofOthers, t => t.Id);
        return (await OpensAsync(tips[true]), await OpensAsync(tips[false]));

        async Task<bool> OpensAsync(TipId tip) =>
            (await line.RunAsync(unit => line.Get<ITipStore>().SealsOf(unit, tip))).Any(seal => keys!.Open(seal).Plain is not null);
    }
}
