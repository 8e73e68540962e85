using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Walking;

/// <summary>Words that are planted in everything told in confidence during a walk: where one of them comes up again, something leaks.</summary>
internal static class Canaries
{
    /// <summary>A name that stands in all that is told, and in nothing else.</summary>
    public const string Name = "Zafira";

    public const string Story = "mi vecina Zafira no sale nunca de esa casa y llora mucho";
    public const string ChildStory = "la hija de Zafira tiene 13 años y trabaja encerrada en esa casa";
    public const string DangerStory = "mi marido quiere matar a Zafira, estamos en peligro ahora";
    public const string OpenDangerStory = "mi marido me quiere matar, estamos en peligro ahora";
    public const string Exact = "por la casa de Zafira";
    public const string Person = "el tio de Zafira";

    /// <summary>What she tells where a flow asks for a text that it keeps to itself.</summary>
    public const string Text = "con Zafira en la tarde, despues de la feria";

    /// <summary>What she tells where the text is no secret.</summary>
    public const string OpenText = "en la tarde, despues de la feria grande";

    /// <summary>Words of another person, as long as they come.</summary>
    public const string Others = "Zafira, de 13 anos, trabaja en esa casa sin salir; quien avisa pide que no se hable con la familia.";

    /// <summary>The digits of a code that she gave.</summary>
    public const string Code = "4738291650";
    public const string Pin = "7391";

    /// <summary>Which planted word stands in a text; null: none.</summary>
    public static string? In(string text) =>
        text.Contains(Name, StringComparison.OrdinalIgnoreCase) ? Name
        : text.Contains(Code, StringComparison.Ordinal) ? Code
        : text.Contains(Pin, StringComparison.Ordinal) ? Pin
        : null;

    /// <summary>Whether a value bears something told in confidence.</summary>
    public static bool Bears(RememberedAnswer value) => In(value.Text) is not null || (value.Said is { } said && value.Kind != ValueKind.Place && In(said) is not null);
}
