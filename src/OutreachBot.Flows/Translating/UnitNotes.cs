using OutreachBot.Flows.Checks;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Translating;

/// <summary>What a translator must know of a wording beside the Spanish. In Spanish: that is what translators of this line read.</summary>
internal sealed class UnitNotes(FlowBook book)
{
    public string Of(string flow, Prompt spanish, PromptPart part, bool isStale)
    {
        var uses = UsesOf(flow, spanish.Name);
        return string.Join(' ', new[]
        {
            isStale ? "El español cambió después de esta traducción: compárela otra vez." : null,
            CorePrompts.Contains(flow, spanish.Name) ? "Esencial." : null,
            Place(flow, part, uses),
            Room(spanish, part),
            Placeholders(part.In(spanish)!),
        }.OfType<string>());
    }

    private List<PromptUse> UsesOf(string flow, string prompt) => flow == UnitList.Shared
        ? []
        : [.. PromptUse.SaidIn(book.Compile(flow, LanguageTag.Spanish)).Where(u => u.Prompt == prompt)];

    private static string Place(string flow, PromptPart part, List<PromptUse> uses)
    {
        var what = part.Name switch
        {
            "text" when uses.Find(u => u.Ask is not null).Ask is { } ask => $"Pregunta ({Kind(ask.Kind)})",
            "text" => "Mensaje",
            "hint" => "Ejemplo, cuando dos respuestas no se entendieron",
            "whatsapp" => "Solo por WhatsApp",
            _ => "Opción que se elige",
        };
        return flow == UnitList.Shared ? $"{what}, en cualquier parte." : $"{what}, en '{flow}'.";
    }

    private static string Kind(QuestionKind kind) => kind switch
    {
        QuestionKind.YesNo => "sí o no",
        QuestionKind.Choice => "elegir un número",
        QuestionKind.Story => "relato",
        QuestionKind.Number => "cantidad",
        QuestionKind.Place => "lugar",
        QuestionKind.When => "fecha",
        QuestionKind.Code => "código",
        QuestionKind.Language => "idioma",
        _ => "texto",
    };

    private static string? Room(Prompt spanish, PromptPart part) => part.Name switch
    {
        "text" or "hint" => $"Mejor hasta {SmsText.CharactersIn(1)} caracteres de SMS, nunca más de {SmsText.CharactersIn(TargetCheck.MostSegments)}, contando lo que llena los espacios.",
        "whatsapp" => null,
        _ => $"Hasta {TargetCheck.LongestLabel(spanish, part)} caracteres.",
    };

    private static string? Placeholders(string source)
    {
        var names = Braces.In(source);
        return names.Count == 0 ? null : $"Deje igual: {string.Join(' ', names)}";
    }
}
