using System.Collections.Frozen;
using System.Text;

namespace OutreachBot.Flows.Languages;

/// <summary>Latin letters, their marks, and the many signs that stand for an apostrophe.</summary>
/// <remarks>
/// The program runs with invariant globalization (no ICU on the machine), where <c>string.Normalize</c> returns its
/// argument unchanged. Phones do send decomposed letters, and Twilio's Smart Encoding makes a decomposed ñ into "n~",
/// so the composition is done here, for every Latin letter that our languages, Spanish loans and names use.
/// </remarks>
public static class Letters
{
    // Combining mark, then base and composed letters by pairs.
    private static readonly string[] Tables =
    [
        "\u0300AÀEÈIÌOÒUÙNǸWẀYỲaàeèiìoòuùnǹwẁyỳ",
        "\u0301AÁEÉIÍOÓUÚYÝCĆGǴKḰLĹMḾNŃPṔRŔSŚWẂZŹÜǗaáeéiíoóuúyýcćgǵkḱlĺmḿnńpṕrŕsśwẃzźüǘ",
        "\u0302AÂEÊIÎOÔUÛCĈGĜHĤJĴSŜWŴYŶZẐaâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑ",
        "\u0303AÃEẼIĨOÕUŨNÑYỸVṼaãeẽiĩoõuũnñyỹvṽ",
        "\u0304AĀEĒIĪOŌUŪYȲaāeēiīoōuūyȳ",
        "\u0306AĂEĔIĬOŎUŬGĞaăeĕiĭoŏuŭgğ",
        "\u0307AȦBḂCĊDḊEĖGĠIİNṄOȮRṘSṠWẆXẊYẎZŻaȧbḃcċdḋeėgġnṅoȯrṙsṡwẇxẋyẏzż",
        "\u0308AÄEËIÏOÖUÜYŸHḦWẄXẌaäeëiïoöuüyÿhḧwẅxẍtẗ",
        "\u030AAÅUŮaåuůwẘyẙ",
        "\u030BOŐUŰoőuű",
        "\u030CAǍCČDĎEĚGǦHȞIǏKǨNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩnňoǒrřsštťuǔzž",
        "\u0323AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụyỵzẓ",
        "\u0327CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ",
        "\u0328AĄEĘIĮOǪUŲaąeęiįoǫuų",
        "\u0331BḆDḎKḴLḺNṈRṞTṮZẔbḇdḏhẖkḵlḻnṉrṟtṯzẕ",
    ];

    // Letters with a stroke or a shape of their own: no mark can be taken off, a plain letter stands for them.
    private const string Shapes = "ØOøoŁLłlĐDđdƗIɨiıiŊNŋnÐDðdÞTþtªaºoɓbɗdƙk";

    private static readonly FrozenDictionary<(char Base, char Mark), char> Composed =
        Pairs().ToFrozenDictionary(p => (p.Base, p.Mark), p => p.Whole);

    private static readonly FrozenDictionary<char, char> Bare = BareLetters().ToFrozenDictionary();

    /// <summary>Signs that people and keyboards put for an apostrophe or a glottal stop.</summary>
    public const string Apostrophes = "'’‘‛ʼʻʽʹˈ´`ꞌꞋ′‵＇ʾʿˊˋ՚";

    /// <summary>Whether the sign stands for an apostrophe.</summary>
    public static bool IsApostrophe(char character) => Apostrophes.Contains(character);

    /// <summary>Joins letters and the marks that follow them (Unicode NFC, for Latin letters); never throws.</summary>
    public static string Compose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyInRange('\u0300', '\u036F'))
        {
            return text;
        }
        var built = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (built.Length > 0 && Composed.TryGetValue((built[^1], AsStandard(character)), out var whole))
            {
                built[^1] = whole;
            }
            else
            {
                built.Append(character);
            }
        }
        return built.ToString();
    }

    /// <summary>The letter without its marks (ñ becomes n); other characters as they are.</summary>
    public static char WithoutMarks(char character) => Bare.GetValueOrDefault(character, character);

    // U+0340 and U+0341 are the same marks under an old number.
    private static char AsStandard(char mark) => mark switch { '\u0340' => '\u0300', '\u0341' => '\u0301', _ => mark };

    private static IEnumerable<(char Base, char Mark, char Whole)> Pairs()
    {
        foreach (var table in Tables)
        {
            for (var i = 1; i + 1 < table.Length; i += 2)
            {
                yield return (table[i], table[0], table[i + 1]);
            }
        }
    }

    private static IEnumerable<KeyValuePair<char, char>> BareLetters()
    {
        foreach (var (plain, _, whole) in Pairs())
        {
            yield return KeyValuePair.Create(whole, plain switch { 'Ü' => 'U', 'ü' => 'u', _ => plain });
        }
        for (var i = 0; i + 1 < Shapes.Length; i += 2)
        {
            yield return KeyValuePair.Create(Shapes[i], Shapes[i + 1]);
        }
    }
}
