using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating;

/// <summary>All there is to translate into one language, flow by flow, in the order of the Spanish files.</summary>
public static class UnitList
{
    /// <summary>How the engine's own prompts are called beside the flows.</summary>
    public const string Shared = "shared";

    public static IReadOnlyList<TranslationUnit> Of(FlowBook book, LanguageTag language)
    {
        ArgumentNullException.ThrowIfNull(book);
        var notes = new UnitNotes(book);
        return
        [
            .. from flow in FlowsOf(book)
               let words = WordsOf(book, flow, language)
               let shape = new LanguageShape(book, flow, language)
               from spanish in WordsOf(book, flow, LanguageTag.Spanish).Values.OrderBy(p => p.Spot.Line).ThenBy(p => p.Spot.Column)
               from part in PromptPart.Of(spanish)
               where shape.Has(spanish.Name, part)
               select Make(flow, spanish, part, words.GetValueOrDefault(spanish.Name), notes),
        ];
    }

    /// <summary>Words that a language has and Spanish hasn't: for its own shape; they stay with the author.</summary>
    public static int WithoutSpanish(FlowBook book, LanguageTag language)
    {
        ArgumentNullException.ThrowIfNull(book);
        return (from flow in FlowsOf(book)
                let spanish = WordsOf(book, flow, LanguageTag.Spanish)
                from words in WordsOf(book, flow, language).Values
                from part in PromptPart.Of(words)
                where spanish.GetValueOrDefault(words.Name) is not { } beside || part.In(beside) is null
                select part).Count();
    }

    /// <summary>The flows by name, what they share last.</summary>
    public static IEnumerable<string> FlowsOf(FlowBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Flows.Keys.Order(StringComparer.Ordinal).Append(Shared);
    }

    /// <summary>A language's prompts in a flow, or of the engine.</summary>
    public static IReadOnlyDictionary<string, Prompt> WordsOf(FlowBook book, string flow, LanguageTag language)
    {
        ArgumentNullException.ThrowIfNull(book);
        var words = flow == Shared
            ? book.SharedPrompts.GetValueOrDefault(language)
            : book.Flows.GetValueOrDefault(flow)?.Layers.GetValueOrDefault(language)?.Prompts;
        return words ?? new Dictionary<string, Prompt>(StringComparer.Ordinal);
    }

    private static TranslationUnit Make(string flow, Prompt spanish, PromptPart part, Prompt? words, UnitNotes notes)
    {
        var target = words is null ? null : part.In(words);
        var isStale = words?.Lapsed is not null;
        return new TranslationUnit(
            flow, spanish.Name, part, part.In(spanish)!, target, target is null ? null : words!.Status, isStale && target is not null,
            SourceHash.Of(spanish), words?.From, words?.Review, notes.Of(flow, spanish, part, isStale));
    }
}
