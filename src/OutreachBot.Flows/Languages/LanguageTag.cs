using System.Diagnostics.CodeAnalysis;

namespace OutreachBot.Flows.Languages;

/// <summary>A language the line knows of, by its short BCP 47 tag.</summary>
/// <remarks>Four have flows (es, qu, ay, quc); three are recognised and led to a person (mam, kek, kjb).</remarks>
public readonly record struct LanguageTag
{
    public static readonly LanguageTag Spanish = new("es");
    public static readonly LanguageTag Quechua = new("qu");
    public static readonly LanguageTag Aymara = new("ay");
    public static readonly LanguageTag Kiche = new("quc");
    public static readonly LanguageTag Mam = new("mam");
    public static readonly LanguageTag Qeqchi = new("kek");
    public static readonly LanguageTag Qanjobal = new("kjb");

    private readonly string? _value;

    private LanguageTag(string value) => _value = value;

    /// <summary>All tags, Spanish first.</summary>
    public static IReadOnlyList<LanguageTag> All { get; } = [Spanish, Quechua, Aymara, Kiche, Mam, Qeqchi, Qanjobal];

    /// <summary>The tags flows are written in.</summary>
    public static IReadOnlyList<LanguageTag> WithFlows { get; } = [Spanish, Quechua, Aymara, Kiche];

    /// <summary>Reads a tag as written in files and on the command line.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LanguageTag tag)
    {
        foreach (var known in All)
        {
            if (string.Equals(known.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                tag = known;
                return true;
            }
        }
        tag = default;
        return false;
    }

    /// <summary>The tag; a default value is Spanish, the language that is always there.</summary>
    public override string ToString() => _value ?? "es";

    public bool Equals(LanguageTag other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());
}
