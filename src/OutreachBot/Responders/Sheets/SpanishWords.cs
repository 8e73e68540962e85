using System.Collections.Frozen;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Responders.Sheets;

/// <summary>What a sheet may say in Spanish instead of the words it is written up with: its columns, roles, countries, languages, yes and no.</summary>
internal static class SpanishWords
{
    private static readonly FrozenDictionary<string, string> Meant = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["nombre"] = "name",
        ["telefono"] = "phone",
        ["celular"] = "phone",
        ["rol"] = "role",
        ["papel"] = "role",
        ["pais"] = "country",
        ["lugares"] = "areas",
        ["zonas"] = "areas",
        ["idiomas"] = "languages",
        ["competencias"] = "competences",
        ["institucion"] = "institution",
        ["de_turno"] = "on_duty",
        ["en_turno"] = "on_duty",
        ["horario"] = "hours",
        ["capacidad"] = "capacity",
        ["capacitada_el"] = "trained_on",
        ["excluye"] = "excludes",

        ["defensora"] = "defender",
        ["defensor"] = "defender",
        ["funcionaria"] = "official",
        ["funcionario"] = "official",
        ["autoridad"] = "official",
        ["oficial"] = "official",
        ["coordinadora"] = "coordinator",
        ["coordinador"] = "coordinator",

        ["bolivia"] = "bo",
        ["guatemala"] = "gt",
        ["nacional"] = "national",

        ["espanol"] = "es",
        ["castellano"] = "es",
        ["quechua"] = "qu",
        ["aymara"] = "ay",
        ["aimara"] = "ay",
        ["kiche"] = "quc",
        ["quiche"] = "quc",

        ["todo"] = "all",
        ["todas"] = "all",
        ["todos"] = "all",

        ["si"] = "yes",
        ["verdadero"] = "yes",
        ["true"] = "yes",
        ["falso"] = "no",
        ["false"] = "no",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>The word a sheet is read by; the text itself where it is none of these.</returns>
    public static string Read(string text)
    {
        var key = string.Concat(text.Trim().Where(c => !Letters.IsApostrophe(c)).Select(c => char.ToLowerInvariant(Letters.WithoutMarks(c)))).Replace(' ', '_');
        return Meant.GetValueOrDefault(key, text);
    }
}
