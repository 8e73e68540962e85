using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using OutreachBot.Flows.Languages;
using OutreachBot.Statistics;

namespace OutreachBot.Promise;

/// <summary>What the page says besides its Spanish text, which is the same in every language.</summary>
/// <param name="Name">The language's own name, as flows say it.</param>
/// <param name="Notice">That Spanish follows; null on the Spanish page.</param>
/// <param name="Thanks">A last word in her language; null where none may be shown.</param>
/// <param name="DraftMark">Stands beside words that no speaker has reviewed; null where they aren't marked.</param>
internal sealed record PromiseWords(LanguageTag Language, string Name, string? Notice, string? Thanks, string? DraftMark);

/// <summary>Where the seal doesn't hold on this installation.</summary>
/// <param name="NoKeysYet">Nobody has made keys: what is sealed can be opened here.</param>
/// <param name="StoryInCopy">What whoever accepts is given holds the story.</param>
internal sealed record PromiseFacts(bool NoKeysYet, bool StoryInCopy);

/// <summary>The page as text: one file, no script, nothing fetched from anywhere.</summary>
internal sealed class PromisePage
{
    private readonly string _page = Embedded("promise/page.html");

    /// <summary>As it stands in the page, for the hash in the policy.</summary>
    public string Style { get; } = Embedded("promise/page.css");

    /// <param name="line">The line's name.</param>
    /// <param name="all">Of every language there is a page in.</param>
    /// <param name="counts">Null: nothing was counted yet.</param>
    public string Write(string line, PromiseWords words, IReadOnlyList<PromiseWords> all, PromiseFacts facts, PublicCounts? counts) => new StringBuilder(_page)
        .Replace("{{style}}", Style)
        .Replace("{{lang}}", words.Language.ToString())
        .Replace("{{line}}", Safe(line))
        .Replace("{{languages}}", string.Concat(all.Select(w => Link(w, w.Language == words.Language))))
        .Replace("{{heading}}", words.Notice is null ? "Lo que guardamos, y lo que no" : Safe(words.Name))
        .Replace("{{notice}}", words.Notice is null ? "" : $"<p class=\"notice\">{Safe(words.Notice)}{Marked(words)}</p>\n<h2 lang=\"es\">Lo que guardamos, y lo que no</h2>")
        .Replace("{{opens}}", facts.NoKeysYet ? "Lo abre" : "Ni esta máquina lo abre; lo abre")
        .Replace("{{exceptions}}", Exceptions(facts))
        .Replace("{{counts}}", counts is null ? "<p>Todavía no se ha contado.</p>" : Table(counts))
        .Replace("{{thanks}}", words.Thanks is null ? "" : $"<p>{Safe(words.Thanks)}{Marked(words)}</p>")
        .ToString();

    private static string Exceptions(PromiseFacts facts)
    {
        var copy = facts.StoryInCopy ? "lo que usted contó, el tipo, el municipio y la urgencia" : "el tipo, el municipio y la urgencia";
        var keys = facts.NoKeysYet ? "\n<li>La coordinación todavía no hizo sus llaves. Hasta que las haga, esta máquina puede abrir lo sellado.</li>" : "";
        return $"<li>Para quien acepta acompañar hay aquí una copia sin sello: {copy}. Dura hasta entregarla; después, 24 horas a lo más.</li>{keys}";
    }

    private static string Link(PromiseWords words, bool isHere)
    {
        var path = words.Language == LanguageTag.Spanish ? PromiseDoor.Root : $"{PromiseDoor.Root}/{words.Language}";
        return $"<a href=\"{path}\" lang=\"{words.Language}\" hreflang=\"{words.Language}\"{(isHere ? " aria-current=\"page\"" : "")}>{Safe(words.Name)}</a> ";
    }

    private static string Marked(PromiseWords words) => words.DraftMark is { } mark ? $" <span lang=\"es\">{Safe(mark)}</span>" : "";

    private static string Table(PublicCounts counts)
    {
        var oldest = counts.OldestMonths switch
        {
            null => "No se dice: son pocos",
            1 => "Menos de un mes, salvo unos pocos",
            { } months => $"Menos de {months} meses, salvo unos pocos",
        };
        return $"""
            <p>Se cuenta cada día. Una cifra cambia a lo más cada {SteppedCount.DaysBetween} días, y recién cuando son {SteppedCount.LeastStep} o más; cuántos más, lo decide cada vez un sorteo secreto. Va en decenas, y puede haber hasta {SteppedFigure.Room} más. Así nadie ve por ella que una persona escribió.</p>
            <table>
            {Row("Números guardados", counts.Numbers)}
            <tr><th scope="row">Desde hace cuánto</th><td>{oldest}</td><td>{Day(counts.Numbers)}</td></tr>
            {Row("Conversaciones de los últimos 60 días", counts.Conversations)}
            {Row("Relatos sellados", counts.Tips)}
            </table>
            """;
    }

    private static string Row(string what, SteppedFigure figure) =>
        $"<tr><th scope=\"row\">{what}</th><td>{(figure.Low == 0 ? $"Menos de {SteppedFigure.Few}" : $"{figure.Low} o algo más")}</td><td>{Day(figure)}</td></tr>";

    private static string Day(SteppedFigure figure) => $"{figure.Day:dd.MM.yyyy}";

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);

    private static string Embedded(string name)
    {
        using var content = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return content.ReadToEnd().ReplaceLineEndings("\n");
    }
}
