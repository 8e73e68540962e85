using System.Text;

namespace OutreachBot.Flows.Languages.Identification.Training;

/// <summary>Writes a text as people do who spell by ear, on a phone without the keys, in a hurry.</summary>
/// <remarks>SpellingViews only: no word is made that isn't in the text. The rules restate how the languages were and are written.</remarks>
internal sealed class Scribbler(Dice dice)
{
    private static readonly (string From, string To)[] Spanish =
    [
        ("porque", "xq"), ("porque", "pq"), ("por ", "x "), ("que", "q"), ("que", "k"), ("qu", "k"), ("tambien", "tb"), ("esta", "ta"),
        ("estoy", "toy"), ("para", "pa"), ("bue", "we"), ("hue", "we"), ("gua", "wa"), ("ll", "y"), ("y", "ll"), ("v", "b"), ("b", "v"),
        ("h", ""), ("z", "s"), ("s", "z"), ("ce", "se"), ("ci", "si"), ("se", "ce"), ("ca", "ka"), ("co", "ko"), ("ge", "je"), ("gi", "ji"),
        ("ñ", "n"), ("ñ", "ni"), (" de ", " d "), (" te ", " t "), (" me ", " m "), ("ado ", "ao "), ("ch", "sh"), ("x", "j"), ("mucho", "mxo"), ("con ", "cn "),
    ];

    private static readonly (string From, string To)[] Andean =
    [
        ("i", "e"), ("u", "o"), ("e", "i"), ("o", "u"), ("qi", "qe"), ("qu", "qo"), ("iq", "eq"), ("uq", "oq"), ("w", "hu"), ("w", "v"), ("w", "gu"), ("wa", "ua"),
        ("ka", "ca"), ("ku", "cu"), ("ki", "qui"), ("q", "c"), ("q", "k"), ("q", "j"), ("qa", "ga"), ("q", "cc"), ("k", "c"), ("j", "h"), ("h", "j"), ("j", "x"), ("x", "j"),
        ("x", "q"), ("ll", "l"), ("ñ", "n"), ("ñ", "ni"), ("qh", "q"), ("kh", "k"), ("ph", "p"), ("th", "t"), ("chh", "ch"), ("qh", "j"), ("kh", "j"), ("y", "i"), ("s", "sh"), ("sh", "s"),
        ("s", "z"), ("ay", "ai"), ("aw", "au"), ("k", "q"), ("'", "h"), ("ä", "aa"), ("ï", "ii"), ("ü", "uu"), ("p", "f"), ("b", "w"), ("m", "n"),
    ];

    private static readonly (string From, string To)[] Mayan =
    [
        ("k", "c"), ("ki", "qui"), ("ke", "que"), ("q", "k"), ("k", "q"), ("q'", "k'"), ("k'", "c'"), ("q", "c"), ("w", "v"), ("w", "u"), ("wa", "hua"), ("w", "gu"), ("w", "b"),
        ("tz", "ts"), ("tz", "z"), ("x", "sh"), ("x", "s"), ("j", "h"), ("h", "j"), ("b'", "b"), ("b", "b'"), ("ch", "tx"), ("tx", "ch"), ("tx", "ch"), ("a", "ä"), ("e", "ë"), ("i", "ï"), ("aa", "a"),
        ("ee", "e"), ("ii", "i"), ("oo", "o"), ("uu", "u"), ("a", "aa"), ("o", "oo"), ("i", "e"), ("ky", "k"), ("k", "ky"), ("s", "z"), ("'", "7"), ("y", "i"), ("ä", "a"),
    ];

    /// <summary>The text in another hand; now and then as it was.</summary>
    public string Write(string text, LanguageTag? language)
    {
        if (dice.Falls(0.4))
        {
            return text;
        }
        var written = new StringBuilder(text.Length + 8).Append(text.ToLowerInvariant());
        if (language is { } known && dice.Falls(0.6))
        {
            Respell(written, known == LanguageTag.Spanish ? Spanish : known == LanguageTag.Quechua || known == LanguageTag.Aymara ? Andean : Mayan);
        }
        if (dice.Falls(0.6))
        {
            DropMarks(written);
        }
        Apostrophes(written);
        if (dice.Falls(0.5))
        {
            Slip(written);
        }
        return written.ToString();
    }

    /// <summary>A writer's own habits: a few rules, each kept through most of the text.</summary>
    private void Respell(StringBuilder written, (string From, string To)[] rules)
    {
        var habits = 1 + dice.Below(4);
        for (var i = 0; i < habits; i++)
        {
            var (from, to) = dice.OneOf(rules);
            var kept = dice.Falls(0.6) ? 1.0 : 0.5;
            var text = written.ToString();
            written.Clear();
            var at = 0;
            for (var found = text.IndexOf(from, StringComparison.Ordinal); found >= 0; found = text.IndexOf(from, at, StringComparison.Ordinal))
            {
                written.Append(text, at, found - at).Append(dice.Falls(kept) ? to : from);
                at = found + from.Length;
            }
            written.Append(text, at, text.Length - at);
        }
    }

    private static void DropMarks(StringBuilder written)
    {
        for (var i = 0; i < written.Length; i++)
        {
            written[i] = Letters.WithoutMarks(written[i]);
        }
    }

    private void Apostrophes(StringBuilder written)
    {
        switch (dice.Share())
        {
            case < 0.5:
                written.Replace("'", "");
                break;
            case < 0.6:
                written.Replace("'", " ");
                break;
            case < 0.75:
                for (var i = written.Length - 1; i >= 0; i--)
                {
                    if (written[i] == '\'' && dice.Falls(0.5))
                    {
                        written.Remove(i, 1);
                    }
                }
                break;
        }
    }

    private void Slip(StringBuilder written)
    {
        var often = dice.Falls(0.5) ? 0.025 : 0.06;
        for (var i = written.Length - 1; i > 0; i--)
        {
            if (!char.IsLetter(written[i]) || !dice.Falls(often))
            {
                continue;
            }
            switch (dice.Below(5))
            {
                case 0 or 1:
                    written.Remove(i, 1);
                    break;
                case 2:
                    written.Insert(i, new string(written[i], 1 + dice.Below(2)));
                    break;
                case 3:
                    (written[i], written[i - 1]) = (written[i - 1], written[i]);
                    break;
                default:
                    written[i] = (char)('a' + dice.Below(26));
                    break;
            }
        }
    }
}
