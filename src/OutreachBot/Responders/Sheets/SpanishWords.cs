using System.Collections.Frozen;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Responders.Sheets;

/// <summary>What a sheet may say in Spanish instead of the words it is written up with: its columns, roles, countries, languages, kinds, yes and no.</summary>
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
        ["areas"] = "areas",
        ["area"] = "areas",
        ["lugares"] = "areas",
        ["zonas"] = "areas",
        ["idiomas"] = "languages",
        ["competencias"] = "competences",
        ["institucion"] = "institution",
        ["de_turno"] = "on_duty",
        ["en_turno"] = "on_duty",
        ["turno"] = "on_duty",
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
        ["mam"] = "mam",
        ["qeqchi"] = "kek",
        ["kekchi"] = "kek",
        ["qanjobal"] = "kjb",
        ["kanjobal"] = "kjb",

        ["todo"] = "all",
        ["todas"] = "all",
        ["todos"] = "all",

        ["trabajo"] = "work",
        ["abuso_sexual"] = "sexual",
        ["casa_ajena"] = "domestic",
        ["trabajo_en_casa_ajena"] = "domestic",
        ["boda_forzada"] = "forced_marriage",
        ["matrimonio_forzado"] = "forced_marriage",
        ["limosna"] = "begging",
        ["mendicidad"] = "begging",
        ["captacion"] = "recruiting",
        ["enganche"] = "recruiting",
        ["no_aparece"] = "missing",
        ["desaparecida"] = "missing",
        ["otra"] = "other",
        ["otro"] = "other",
        ["no_se_sabe"] = "unknown",

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
