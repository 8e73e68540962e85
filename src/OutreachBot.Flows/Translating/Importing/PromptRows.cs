namespace OutreachBot.Flows.Translating.Importing;

/// <summary>A row that was found in the book, beside the unit it is about.</summary>
internal readonly record struct MatchedRow(TranslationUnit Unit, TranslationRow Row)
{
    /// <summary>The words as they are kept: letters composed (NFC), no space around.</summary>
    public string Target => Row.Target == Unit.Target ? Row.Target : Languages.Letters.Compose(Row.Target).Trim();

    public bool HasNewWords => Target != (Unit.Target ?? "");
}

/// <summary>What an import does to one prompt: keys of the language file and their values; null takes the key out.</summary>
/// <param name="Values">In the order they are written where a prompt is new.</param>
internal sealed record PromptEdit(string Flow, string Prompt, IReadOnlyList<KeyValuePair<string, string?>> Values);
