using System.Collections.Frozen;

namespace OutreachBot.Flows.Texting;

/// <summary>The 7-bit alphabet of short messages.</summary>
/// <remarks>3GPP TS 23.038 §6.2.1 (basic table) and §6.2.1.1 (extension table, reached by an escape and so two septets).</remarks>
internal static class Gsm7
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
        "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extension = "\f^{}\\[~]|€";

    private static readonly FrozenDictionary<char, int> Septets =
        Basic.Select(c => KeyValuePair.Create(c, 1))
            .Concat(Extension.Select(c => KeyValuePair.Create(c, 2)))
            .ToFrozenDictionary();

    /// <returns>1 or 2 septets; 0 where the alphabet has no such character.</returns>
    public static int SeptetsOf(char character) => Septets.GetValueOrDefault(character);

    public static bool Has(char character) => Septets.ContainsKey(character);
}
