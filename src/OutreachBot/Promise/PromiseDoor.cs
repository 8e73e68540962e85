using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using OutreachBot.Conversations;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Settings;
using OutreachBot.Sounds;
using OutreachBot.Statistics;
using OutreachBot.Transactions;

namespace OutreachBot.Promise;

/// <summary><c>GET /promise</c>, <c>/promise/qu</c> …: says what is kept, until when, and what can't be done. For anybody.</summary>
/// <remarks>
/// It may be read on a phone that others hold: neither its address nor its title says what the line is about. It sets nothing
/// and asks for nothing, so it doesn't know who reads it; the language is in the address.
/// </remarks>
internal sealed class PromiseDoor(
    IFlowBook flows, LineContext line, PromisePage page, PublicCounting counting, Recipients recipients, IOptions<AlertsOptions> alerts, ITransactions transactions)
{
    public const string Root = "/promise";

    private readonly string _policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var door = routes.ServiceProvider.GetRequiredService<PromiseDoor>();
        routes.MapMethods(Root, ["GET", "HEAD"], context => door.AnswerAsync(context, LanguageTag.Spanish));
        routes.MapMethods(Root + "/{language}", ["GET", "HEAD"], context => LanguageTag.TryParse((string)context.Request.RouteValues["language"]!, out var language)
            ? door.AnswerAsync(context, language)
            : NotFound(context));
    }

    private async Task AnswerAsync(HttpContext context, LanguageTag language)
    {
        if (!LanguageTag.WithFlows.Contains(language))
        {
            await NotFound(context);
            return;
        }
        var all = LanguageTag.WithFlows.Select(WordsIn).ToList();
        var (counts, noKeys) = await transactions.RunAsync(
            unit => (counting.Last(unit), recipients.Get(unit).Recovery is null), context.RequestAborted);
        var facts = new PromiseFacts(noKeys, alerts.Value.Details is AlertDetails.Story);
        var text = Encoding.UTF8.GetBytes(page.Write(line.Facts.Name, all.Single(w => w.Language == language), all, facts, counts));
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = text.Length;
        // What is counted changes once a day; a page kept longer would go on saying so.
        response.Headers.CacheControl = "public, max-age=3600";
        response.Headers.ContentLanguage = language == LanguageTag.Spanish ? "es" : $"{language}, es";
        response.Headers.ContentSecurityPolicy = _policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await response.Body.WriteAsync(text, context.RequestAborted);
        }
    }

    /// <summary>Words of the flows alone: each has its source there, and its status.</summary>
    /// <remarks>The name of a language and the notice that Spanish follows are said whatever is reviewed, as on the line itself.</remarks>
    private PromiseWords WordsIn(LanguageTag language) => language == LanguageTag.Spanish
        ? new PromiseWords(language, "Castellano", Notice: null, Thanks: null, DraftMark: null)
        : new PromiseWords(
            language,
            In(SharedPrompts.LanguageName, language)?.Text ?? language.ToString(),
            In(SharedPrompts.NotInLanguage, language)?.Text ?? "Castellano:",
            In(SharedPrompts.Exit, language) is { } thanks && thanks.Status >= line.Facts.GoLive ? thanks.Text : null,
            In(SharedPrompts.NotInLanguage, language) is { Status: ReviewStatus.Draft } ? In(SharedPrompts.DraftMark, LanguageTag.Spanish)?.Text : null);

    private Prompt? In(string name, LanguageTag language) =>
        flows.Current.SharedPrompts.GetValueOrDefault(language)?.GetValueOrDefault(name);

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
