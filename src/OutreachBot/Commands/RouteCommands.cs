using System.CommandLine;
using OutreachBot.Flows.Languages;
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

    private sealed class Explainer(Gazetteer gazetteer, IResponders responders, IKeepAwayReader keepAway, Routing.IRouter router)
    {
        public LineAnswer Explain(UnitOfWork unit, Case line)
        {
            var municipality = gazetteer.Find(line.Municipality);
            if (line.Municipality is { Length: > 0 } && municipality is null)
            {
                return LineAnswer.Malformed("municipality is no municipality's id");
            }
            if (line.Kind is not null && !TipKinds.All.Contains(line.Kind))
            {
                return LineAnswer.Malformed($"kind is to be one of {string.Join(' ', TipKinds.All)}");
            }
            if (!TryReadUrgency(line.Urgency, out var urgency))
            {
                return LineAnswer.Malformed("urgency is to be normal, high or urgent");
            }
            if (!LanguageTag.TryParse(line.Language ?? "es", out var language))
            {
                return LineAnswer.Malformed($"language is to be one of {string.Join(' ', LanguageTag.All)}");
            }
            var kept = (line.KeepAway ?? []).Select(words => keepAway.Read(unit, line.Municipality, null, words)).ToList();
            var ranking = router.Rank(
                new RoutingQuestion(
                    municipality?.Id, municipality?.Department ?? line.Department, municipality?.Country ?? line.Country,
                    line.Kind ?? TipKinds.Unknown, urgency, language, kept.SelectMany(k => k.Responders).ToHashSet(),
                    line.CoordinatorOnly || kept.Exists(k => k.NamesNobodyOnFile), line.Officials, line.FromProvider, Nobody, unit.Now),
                responders.All(unit),
                NoCases);
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
        };

        private static bool TryReadUrgency(string? text, out Urgency urgency)
        {
            urgency = text switch { "high" => Urgency.High, "urgent" => Urgency.Urgent, _ => Urgency.Normal };
            return text is null or "normal" or "high" or "urgent";
        }
    }

    /// <param name="KeepAway">Responders' ids, option keys (<c>police</c>, <c>local_authority</c>), or words.</param>
    private sealed record Case(
        string? Municipality,
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
