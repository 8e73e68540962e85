using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Translating;

/// <summary>A part of a prompt that is translated: its text, its hint, its words on WhatsApp, the label of an option.</summary>
/// <param name="Name"><c>text</c>, <c>hint</c>, <c>whatsapp</c> or <c>options.KEY</c>.</param>
public readonly record struct PromptPart(string Name)
{
    private const string OptionPrefix = "options.";

    public static readonly PromptPart Text = new("text");
    public static readonly PromptPart Hint = new("hint");
    public static readonly PromptPart WhatsApp = new("whatsapp");

    /// <summary>The key of the option this is the label of; null for other parts.</summary>
    public string? Option => Name.StartsWith(OptionPrefix, StringComparison.Ordinal) ? Name[OptionPrefix.Length..] : null;

    public static PromptPart Label(string option) => new(OptionPrefix + option);

    /// <summary>The parts a prompt has, in the order they are met.</summary>
    public static IEnumerable<PromptPart> Of(Prompt prompt)
    {
        yield return Text;
        if (prompt.Hint is not null)
        {
            yield return Hint;
        }
        if (prompt.WhatsAppText is not null)
        {
            yield return WhatsApp;
        }
        foreach (var option in prompt.Options.Keys)
        {
            yield return Label(option);
        }
    }

    /// <summary>The words of this part; null where the prompt doesn't have it.</summary>
    public string? In(Prompt prompt) => Name switch
    {
        "text" => prompt.Text,
        "hint" => prompt.Hint,
        "whatsapp" => prompt.WhatsAppText,
        _ => prompt.Options.GetValueOrDefault(Option!),
    };

    /// <summary>The prompt with other words in this part.</summary>
    public Prompt Put(Prompt prompt, string words) => Name switch
    {
        "text" => prompt with { Text = words },
        "hint" => prompt with { Hint = words },
        "whatsapp" => prompt with { WhatsAppText = words },
        _ => prompt with { Options = new Dictionary<string, string>(prompt.Options, StringComparer.Ordinal) { [Option!] = words } },
    };

    public override string ToString() => Name;
}
