using System.CommandLine;
using OutreachBot.Flows.Languages;
using OutreachBot.Responders;
using OutreachBot.Responders.Pins;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary><c>responders list [--holes [--country C] [--language L]]</c></summary>
internal static class RespondersListCommand
{
    public static Command Create(CommandFrame frame)
    {
        var holes = new Option<bool>("--holes") { Description = "Shows the municipalities where somebody is missing instead, worst first." };
        var country = CountryOption.Create("With --holes: one country alone.");
        var language = new Option<string?>("--language") { Description = "With --holes: where nobody near speaks it.", HelpName = "L" };
        language.AcceptOnlyFromAmong([.. LanguageTag.All.Select(l => l.ToString())]);
        var list = frame.Leaf(
            "list",
            "One line for each: id, role, coverage. No numbers.",
            run => run.Parsed.GetValue(holes) ? HolesAsync(run, CountryOption.Of(run.Parsed.GetValue(country)), run.Parsed.GetValue(language)) : ListAsync(run),
            holes, country, language);
        list.Validators.Add(result =>
        {
            if (!result.GetValue(holes) && (result.GetValue(country) is not null || result.GetValue(language) is not null))
            {
                result.AddError("--country and --language go with --holes.");
            }
        });
        return list;
    }

    private static async Task<int> HolesAsync(CommandRun run, string? country, string? language)
    {
        await using var host = await run.OpenHostAsync();
        return await new RespondersHoles(run, host.Services).TellAsync(country, LanguageTag.TryParse(language, out var tag) ? tag : null);
    }

    private static async Task<int> ListAsync(CommandRun run)
    {
        await using var host = await run.OpenHostAsync();
        var responders = host.Services.GetRequiredService<IResponders>();
        var pins = host.Services.GetRequiredService<PinStates>();
        var all = await host.Services.GetRequiredService<ITransactions>().RunAsync(
            unit => responders.All(unit).Select(r => Show(r, pins.Of(unit, r.Id))).ToList(), run.Cancellation);
        foreach (var line in all)
        {
            await JsonLines.WriteAsync(run, line);
        }
        return ExitCode.Done;
    }

    private static object Show(Responder responder, string pin) => new
    {
        Id = responder.Id.ToString(),
        responder.Name,
        Role = responder.Role.ToString().ToLowerInvariant(),
        responder.Country,
        responder.Areas,
        Languages = responder.Languages.Select(l => l.ToString()),
        Competences = responder.Competences.Count == 0 ? ["all"] : responder.Competences,
        responder.Institution,
        responder.OnDuty,
        responder.OptedOut,
        responder.Suspended,
        Pin = pin,
        Sample = responder.IsSample,
        Hours = responder.Hours?.ToString(),
        responder.Capacity,
        Trained = !responder.Training.IsPending,
        TrainedOn = responder.Training.Day?.ToString("yyyy-MM-dd"),
        Excludes = responder.ExcludedKinds.Concat(responder.ExcludedInstitutions),
    };
}
