using System.CommandLine;
using System.Text.Json.Serialization;
using OutreachBot.Flows.Languages;
using OutreachBot.Hosting;
using OutreachBot.Places;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Routing.KeepAway;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary><c>route explain</c>: lines with a case → everybody, ranked, and why (not).</summary>
internal static class RouteCommands
{
    private static readonly HashSet<ResponderId> Nobody = [];
    private static readonly Dictionary<ResponderId, int> NoCases = [];

    public static Command Create(CommandFrame frame) => new("route", "Who would get an alert.")
    {
        frame.Leaf("explain", "Lines {\"municipality\", \"kind\", \"urgency\", \"language\", \"keep_away\"}; shows everybody and why (not).", ExplainAsync),
    };

    private static async Task<int> ExplainAsync(CommandRun run)
    {
        if (!run.Data.HasLine())
        {
            return await ExplainNobodyAsync(run);
        }
        await using var host = await run.OpenHostAsync();
        var services = host.Services;
        var transactions = services.GetRequiredService<ITransactions>();
        var explainer = new Explainer(
            services.GetRequiredService<Gazetteer>(), services.GetRequiredService<IResponders>(),
            services.GetRequiredService<IKeepAwayReader>(), services.GetRequiredService<Routing.IRouter>());
        return await JsonLines.AnswerAsync<Case>(run, async question =>
        {
            if (question is null)
            {
                return LineAnswer.Of(new { Candidates = Array.Empty<object>() });
            }
            return await transactions.RunAsync(unit => explainer.Explain(unit, question), run.Cancellation);
        });
    }

    // Nobody is on file where there is no line: the question is checked all the same, and nothing is made.
    private static async Task<int> ExplainNobodyAsync(CommandRun run)
    {
        await using var rooms = OpenHost.Unopened(run.Data, run.Flows);
        var questions = new Questions(rooms.Services.GetRequiredService<Gazetteer>());
        return await JsonLines.AnswerAsync<Case>(run, question => ValueTask.FromResult(
            question is not null && questions.FaultOf(question) is { } fault ? LineAnswer.Malformed(fault) : LineAnswer.Of(new { Candidates = Array.Empty<object>() })));
    }

    private sealed class Explainer(Gazetteer gazetteer, IResponders responders, IKeepAwayReader keepAway, Routing.IRouter router)
    {
        private readonly Questions _questions = new(gazetteer);

        public LineAnswer Explain(UnitOfWork unit, Case line)
        {
            if (_questions.FaultOf(line) is { } fault)
            {
                return LineAnswer.Malformed(fault);
            }
            var municipality = gazetteer.Find(line.Municipality) ?? (line.Community is null ? null : gazetteer.MunicipalityOf(line.Community));
            var kept = (line.KeepAway ?? []).Select(words => keepAway.Read(unit, municipality?.Id, null, words)).ToList();
            var question = new RoutingQuestion(
                municipality?.Id, municipality?.Department ?? line.Department, municipality?.Country ?? line.Country ?? line.Department?[..2],
                line.Kind ?? TipKinds.Unknown, Questions.ReadUrgency(line.Urgency)!.Value, Questions.ReadLanguage(line.Language)!.Value,
                kept.SelectMany(k => k.Responders).ToHashSet(), line.CoordinatorOnly || kept.Exists(k => k.NamesNobodyOnFile),
                line.Officials, line.FromProvider, Nobody, unit.Now)
            {
                Community = line.Community,
                Marks = kept.Aggregate(KeptMarks.None, (marks, k) => marks.With(k.Marks)),
            };
            var ranking = router.Rank(question, responders.All(unit), NoCases);
            return LineAnswer.Of(new { Candidates = ranking.Candidates.Concat(ranking.Excluded).Select(Show) });
        }

        private static object Show(Candidate candidate) => new
        {
            Responder = candidate.Responder.Id.ToString(),
            Tier = candidate.Tier?.ToString().ToLowerInvariant(),
            Score = candidate.Score.Total,
            Reasons = new
            {
                candidate.Score.Language,
                candidate.Score.Experience,
                candidate.Score.Distance,
                candidate.Score.Availability,
                candidate.Score.Load,
            },
            candidate.Excluded,
            Why = candidate.Excluded is { } reason ? Exclusion.InWords(reason) : null,
        };
    }

    /// <summary>What a question may say.</summary>
    private sealed class Questions(Gazetteer gazetteer)
    {
        public string? FaultOf(Case line) =>
            line.Municipality is not null && gazetteer.Find(line.Municipality) is null ? "municipality is no municipality's id"
            : line.Community is not null && gazetteer.MunicipalityOf(line.Community) is null ? "community is no imported community's id: see 'places import'"
            : line is { Municipality: not null, Community: not null } && gazetteer.MunicipalityOf(line.Community)!.Id != line.Municipality
                ? "community lies in another municipality"
            : line.Department is not null && !IsDepartment(line.Department) ? "department is no department's id"
            : line is { Municipality: not null, Department: not null } && gazetteer.Find(line.Municipality)!.Department != line.Department
                ? "municipality lies in another department"
            : line.Country is not (null or "BO" or "GT") ? "country is to be BO or GT"
            : line.Kind is not null && !TipKinds.All.Contains(line.Kind) ? $"kind is to be one of {string.Join(' ', TipKinds.All)}"
            : ReadUrgency(line.Urgency) is null ? "urgency is to be normal, high or urgent"
            : ReadLanguage(line.Language) is null ? $"language is to be one of {string.Join(' ', LanguageTag.All)}"
            : line.KeepAway?.Any(string.IsNullOrWhiteSpace) == true ? "keep_away holds an empty entry"
            : null;

        private bool IsDepartment(string id) =>
            PlaceId.TryParse(id, out var place) && place.Level == PlaceLevel.Department && gazetteer.Knows(place);

        public static Urgency? ReadUrgency(string? text) => text switch
        {
            null or "normal" => Urgency.Normal,
            "high" => Urgency.High,
            "urgent" => Urgency.Urgent,
            _ => null,
        };

        public static LanguageTag? ReadLanguage(string? text) => LanguageTag.TryParse(text ?? "es", out var language) ? language : null;
    }

    /// <param name="Community">An imported one; alone it says the municipality too.</param>
    /// <param name="KeepAway">Responders' ids, option keys (<c>police</c>, <c>local_authority</c>), or words.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    private sealed record Case(
        string? Municipality,
        string? Community,
        string? Department,
        string? Country,
        string? Kind,
        string? Urgency,
        string? Language,
        IReadOnlyList<string>? KeepAway,
        bool CoordinatorOnly,
        bool Officials,
        bool FromProvider);
}
