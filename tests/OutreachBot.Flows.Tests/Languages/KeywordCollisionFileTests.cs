using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Tests.Support;

namespace OutreachBot.Flows.Tests.Languages;

/// <summary>Each known collision of the line's words with other words, row by row.</summary>
public sealed class KeywordCollisionFileTests
{
    private static readonly WordReader Words = new(Repository.Keywords);

    // What the row says must not be heard, and what must.
    private static readonly Dictionary<string, (string Text, string Tag, string? Concept)[]> Sentences = new(StringComparer.Ordinal)
    {
        ["no"] = [("no", "kjb", "no"), ("no", "qu", "no"), ("chi slo naq unin no jos", "kjb", null)],
        ["si"] = [("si", "quc", "yes"), ("si viene mi papa", "es", null)],
        ["ok"] = [("ok", "mam", "good_ok"), ("ok ma tzaj", "mam", null)],
        ["oki"] = [("oki", "mam", "yes"), ("oki", "quc", null)],
        ["ja"] = [("ja", "kjb", "yes"), ("ja", "quc", null), ("jaja", "kjb", null), ("ja ja ja", "kjb", null)],
        ["je"] = [("je", "quc", "yes"), ("jeje", "quc", null), ("je je", "quc", null)],
        ["jai"] = [("jai", "quc", "no"), ("jaia", "quc", null)],
        ["ano"] = [("ano", "es", null), ("ano", "kek", null)],
        ["nina"] = [("nina", "es", "girl"), ("nina", "qu", null), ("nina", "ay", null), ("niña", "qu", "girl")],
        ["mana"] = [("mana", "qu", "no"), ("mana", "es", null), ("mañana", "qu", null), ("manana", "qu", null)],
        ["altom"] = [("alto", "quc", "stop"), ("altom", "quc", "girl")],
        ["sayay"] = [("sayay", "qu", "stop"), ("suyay", "qu", "wait"), ("siyay", "qu", null), ("samay", "qu", null)],
        ["ama"] = [("ama", "qu", "no"), ("ama hina", "qu", "please")],
        ["inka"] = [("inka", "kek", "no"), ("inka", "qu", null), ("inka", "es", null)],
        ["relesaxik"] = [("relesaxik", "quc", "erase")],
        ["ayuda"] = [("ayuda", "ay", "help"), ("no necesito ayuda", "es", null)],
        ["alto"] = [("alto", "qu", "stop"), ("el alto", "ay", null), ("Santa Cruz del Alto", "es", null), ("San Francisco El Alto", "quc", null), ("es alto", "es", null)],
        ["parar"] = [("parar", "es", "stop"), ("para", "es", null), ("parat", "es", null)],
        ["baja"] = [("baja", "quc", "stop"), ("Baja Verapaz", "kek", null), ("mi mamá baja al río", "es", null)],
        ["claro"] = [("claro", "quc", "yes"), ("mi chip es Claro de Guatemala", "es", null)],
        ["bueno"] = [("bueno", "es", "yes"), ("bueno, mi hija se fue", "es", null)],
        ["manam munanichu"] = [("manam munanichu", "qu", "no_want")],
        ["janiw amuykti"] = [("janiw amuykti", "ay", "dont_understand")],
        ["man kinchob taj"] = [("man kinch'ob' taj", "quc", "dont_understand")],
        ["inka nawaj"] = [("ink'a' nawaj", "kek", "no_want")],
    };

    private static readonly HashSet<(string Concept, string Key)> SpanishWords =
        [.. Repository.Keywords.Words.Where(w => w.Language == LanguageTag.Spanish).Select(w => (w.Concept, Collation.Key(w.Word)))];

    [Fact]
    public void Every_row_of_the_collisions_file_is_resolved_as_it_asks()
    {
        var rows = Csv.Rows(File.ReadAllText(SharedData.PathOf("data/language/keyword_collisions.csv"))).ToList();
        var forms = Lexicon.Forms().ToLookup(f => Collation.Key(f.Form), StringComparer.Ordinal);
        Assert.True(rows.Count >= 86, $"{rows.Count} rows");
        Assert.All(rows, row =>
        {
            var folded = row["folded"];
            Holds(row["kind"], folded, [.. forms[folded]]);
            foreach (var (text, tag, concept) in Sentences.GetValueOrDefault(folded, []))
            {
                Assert.True(Words.Recognise(text, Lexicon.Tag(tag))?.Concept == concept, $"{tag} '{text}'");
            }
        });
    }

    private static void Holds(string kind, string folded, (string Concept, LanguageTag Language, string Form)[] forms)
    {
        foreach (var language in LanguageTag.All)
        {
            var found = Words.Recognise(folded, language)?.Concept;
            var own = forms.Where(f => f.Language == language || f.Language == LanguageTag.Spanish).Select(f => f.Concept).ToHashSet(StringComparer.Ordinal);
            var message = $"{language} '{folded}' ({kind}): {found ?? "nothing"}";
            switch (kind)
            {
                case "homograph":
                    Assert.True(found is null, message);
                    break;
                case "shared word" or "shared" or "negation" or "near" or "concept clash":
                    // One meaning wherever it is understood.
                    Assert.True(found is null || Array.Exists(forms, f => f.Concept == found) || SpanishWords.Contains((found, folded)), message);
                    break;
                case "word clash" or "fold clash":
                    // Its meaning where it is the person's language, or Spanish; elsewhere none ("ok" is everybody's).
                    Assert.True(found is null || own.Contains(found) || (folded is "ok" && found == "good_ok"), message);
                    break;
                default:
                    Assert.Fail($"'{kind}' is a kind of collision that no rule here knows");
                    break;
            }
        }
    }
}
