using System.Globalization;
using OutreachBot.Flows.Languages;
using OutreachBot.Places;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Routing.Holes;
using OutreachBot.Starting;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary><c>responders list --holes [--country BO|GT] [--language L]</c>: one line for each municipality in which somebody is missing.</summary>
internal sealed class RespondersHoles(CommandRun run, IServiceProvider services)
{
    /// <param name="country">BO or GT; null: both.</param>
    /// <param name="language">Somebody who speaks it has to be near; null: any language of the country does.</param>
    public async Task<int> TellAsync(string? country, LanguageTag? language)
    {
        var (all, samples) = await LookAsync();
        var asked = all.Where(h => country is null || h.Municipality.Country == country).ToList();
        if (language is { } wanted && !asked.Exists(h => LanguagePriors.IsSpokenIn(h.Municipality.Country, wanted)))
        {
            throw new StartRefusedException($"--language {wanted} is spoken in the other country. Leave --country out, or name another language.");
        }
        foreach (var hole in asked.Where(h => IsHole(h, language)).OrderByDescending(h => h.Nearest ?? (Tier)int.MaxValue)
            .ThenByDescending(h => h.Municipality.Population ?? -1).ThenBy(h => h.Municipality.Id, StringComparer.Ordinal))
        {
            await JsonLines.WriteAsync(run, Show(hole));
        }
        await run.Terminal.Out.FlushAsync(run.Cancellation);
        await SummariseAsync(asked, samples);
        return ExitCode.Done;
    }

    private async Task<(IReadOnlyList<Hole> All, int Samples)> LookAsync()
    {
        var responders = services.GetRequiredService<IResponders>();
        var work = services.GetRequiredService<IResponderWork>();
        var search = new HoleSearch(services.GetRequiredService<Gazetteer>(), services.GetRequiredService<Routing.IRouter>(), TipKinds.All);
        var (people, open, now) = await services.GetRequiredService<ITransactions>().RunAsync(
            unit =>
            {
                var everybody = responders.All(unit);
                return (everybody, everybody.ToDictionary(r => r.Id, r => work.CountOf(unit, r.Id)), unit.Now);
            },
            run.Cancellation);
        return ([.. search.Look(people, open, now)], people.Count(p => p.IsSample));
    }

    private static bool IsHole(Hole hole, LanguageTag? language) => language is { } wanted && LanguagePriors.IsSpokenIn(hole.Municipality.Country, wanted)
        ? hole.NobodyNear.ContainsKey(wanted)
        : !hole.HasItsOwn || hole.KindsMissing(HoleSearch.LanguagesOf(hole.Municipality.Country)).Count > 0;

    private static object Show(Hole hole) => new
    {
        Municipality = hole.Municipality.Id,
        hole.Municipality.Name,
        hole.Municipality.Country,
        hole.Municipality.Population,
        Tiers = Enum.GetValues<Tier>().Where(t => t != Tier.Community).ToDictionary(NameOf, t => hole.Candidates.GetValueOrDefault(t)),
        Nearest = hole.Nearest is { } nearest ? NameOf(nearest) : null,
        Now = hole.Now is { } now ? NameOf(now) : null,
        NobodyNear = hole.NobodyNear.ToDictionary(l => l.Key.ToString(), l => l.Value.Count == TipKinds.All.Count ? ["all"] : l.Value),
    };

    private static string NameOf(Tier tier) => tier.ToString().ToLowerInvariant();

    private async Task SummariseAsync(IReadOnlyList<Hole> asked, int samples)
    {
        await run.SayAsync(
            $"Of {asked.Count} municipalities {asked.Count(h => h.HasItsOwn)} have somebody of their own, {Count(Tier.Neighbour)} only a neighbour's, "
            + $"{Count(Tier.Department)} only their department's, {Count(Tier.National)} only somebody for the whole country, "
            + $"{Count(Tier.Coordinator)} only a coordinator, {asked.Count(h => h.Nearest is null)} nobody at all.");
        var known = asked.Where(h => h.Municipality.Population is not null).ToList();
        if (known.Count > 0)
        {
            var people = known.Sum(h => (long)h.Municipality.Population!.Value);
            var without = known.Where(h => h.Nearest is null or > Tier.Neighbour).Sum(h => (long)h.Municipality.Population!.Value);
            await run.SayAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Where the population is known ({known.Count} of them), {without:N0} of {people:N0} people have nobody of their municipality or next to it."));
        }
        if (samples > 0)
        {
            await run.SayAsync($"{samples} of those on file are the demo's samples.");
        }

        int Count(Tier tier) => asked.Count(h => h.Nearest == tier);
    }
}
