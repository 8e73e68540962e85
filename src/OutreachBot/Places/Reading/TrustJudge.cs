using System.Collections.Frozen;

namespace OutreachBot.Places.Reading;

/// <summary>Says how far a mention may be relied on: by its spelling, by what else the word means, by what stands around it.</summary>
/// <remarks>A wrong place counts ten times a question: what is doubtful is asked, what is unlikely is not heard.</remarks>
internal static class TrustJudge
{
    private const int ShortWord = 4;
    private const int LongWord = 7;
    private const int LongName = 10;

    private static readonly FrozenSet<string> Living = new[]
    {
        "vivo", "vive", "viven", "vivimos", "soy", "somos", "es", "son", "naci", "nacio", "radica", "radico", "originaria", "originario",
    }.ToFrozenSet(StringComparer.Ordinal);

    // What is said around a place without telling of anything else.
    private static readonly FrozenSet<string> Filling = new[]
    {
        "soy", "vivo", "vive", "vivimos", "estoy", "esta", "estamos", "somos", "es", "fue", "era", "paso", "pasa", "aqui", "aca", "ahi", "alla", "por", "favor",
        "cerca", "municipio", "municipalidad", "departamento", "provincia", "comunidad", "aldea", "caserio", "canton", "ciudad", "pueblo", "zona", "barrio",
        "colonia", "localidad", "gracias", "senor", "senora", "senorita", "buenas", "buenos", "dias", "tardes", "noches", "hola", "si", "creo", "que", "se", "llama",
        "lugar", "lado", "como", "desde", "mi", "ayllu", "sindicato", "rancho", "finca", "estancia", "pa", "chi", "ubicado", "queda", "centro", "afueras",
        "entre", "hacia", "ha", "sido", "bolivia", "guatemala", "kashani", "tiyani", "kani", "sector", "cruce", "feria", "norte", "sur", "este", "oeste", "plaza", "mercado", "terminal",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Counts the words that tell of something else: none or one, and the text is an answer to "where?".</summary>
    public static int OtherWords(PlaceText text, List<Mention> mentions)
    {
        var other = 0;
        for (var i = 0; i < text.Words.Count; i++)
        {
            var word = text.Words[i].Text;
            if (!SmallWords.Contains(word) && !Filling.Contains(word) && !mentions.Exists(m => i >= m.Start && i < m.End))
            {
                other++;
            }
        }
        return other;
    }

    /// <param name="others">See <see cref="OtherWords"/>.</param>
    /// <param name="held">The area it lies in is named right after it.</param>
    public static Trust Of(PlaceText text, Mention mention, int others, bool held)
    {
        if (held)
        {
            return mention.Cost < 2 ? Trust.Sure : Trust.Perhaps;
        }
        var isAnswer = others <= 1;
        var strong = mention.Role is PlaceRole.Inside or PlaceRole.Here or PlaceRole.Event or PlaceRole.Near or PlaceRole.Between || mention.SaidToBe is not null || mention.SaidToBeSmall;
        var weak = mention.Role is PlaceRole.From or PlaceRole.Left or PlaceRole.To;
        var capital = text.MixedCase && text.Words[mention.Start].Capital;
        var letters = mention.Entry.Text.Length;
        if (mention.Cost >= 2)
        {
            return isAnswer || strong ? (letters > LongName && isAnswer ? Trust.Sure : Trust.Perhaps) : Trust.None;
        }
        if (mention.Cost >= 1 && letters <= ShortWord)
        {
            return others == 0 ? Trust.Perhaps : Trust.None;
        }
        if (mention.Cost >= 1 && letters < LongWord && mention.Role == PlaceRole.None && !capital)
        {
            // "Escala", alone, is a word before it is Escara.
            return others == 0 ? Trust.Perhaps : Trust.None;
        }
        if (mention.Cost >= 1)
        {
            return isAnswer || strong ? (mention.Entry.Everyday ? Trust.Perhaps : Trust.Sure)
                : weak && letters >= LongName && !mention.Entry.Everyday ? Trust.Sure
                : ((weak || capital) && letters >= LongWord) || (letters >= LongName && !mention.Entry.Everyday) ? Trust.Perhaps
                : Trust.None;
        }
        if (mention.Entry.Everyday || mention.Entry.GivenName)
        {
            return mention.SaidToBe is not null || (others == 0 && !(mention.Entry.Thing && mention.Role != PlaceRole.None && !capital))
                ? Trust.Sure
                : OfEveryday(text, mention, strong, weak, capital);
        }
        if (mention.Entry.Surname && mention.Role == PlaceRole.None && mention.Start > 0 && others > 0 && !text.Words[mention.Start].AfterBreak && !mention.Joined)
        {
            return Trust.Perhaps;
        }
        if (isAnswer)
        {
            return Trust.Sure;
        }
        if (mention.Cost > 0)
        {
            return strong || weak || mention.Entry.Words.Count > 1 || letters >= LongWord ? Trust.Sure : Trust.Perhaps;
        }
        return Trust.Sure;
    }

    /// <summary>Whether a word is said around places without naming one.</summary>
    public static bool IsFilling(string word) => Filling.Contains(word) || SmallWords.Contains(word);

    private static Trust OfEveryday(PlaceText text, Mention mention, bool strong, bool weak, bool capital)
    {
        // El Alto and La Paz are named so much more often than a height or a peace that has an article and a preposition.
        if (mention.Entry.WantsArticle && mention.Senses.Any(s => s.Id is "BO-020101" or "BO-020105"))
        {
            return strong || weak || capital ? Trust.Sure : Trust.None;
        }
        if (mention.Entry.Words.Count > 1)
        {
            return strong || weak || capital ? Trust.Sure : Trust.Perhaps;
        }
        if (capital)
        {
            return strong || weak ? Trust.Sure : Trust.Perhaps;
        }
        if (mention.Entry.Thing)
        {
            return strong && LivesThere(text, mention) ? Trust.Perhaps : Trust.None;
        }
        // "en cobija" is the town: a blanket would have an article.
        return strong && !text.MixedCase ? (StandsBare(text, mention) ? Trust.Sure : Trust.Perhaps) : Trust.None;
    }

    // "Vivo en El Torno", "somos de El Palmar"
    private static bool LivesThere(PlaceText text, Mention mention)
    {
        for (var i = mention.Start - 1; i >= 0 && i >= mention.Start - 4; i--)
        {
            if (Living.Contains(text.Words[i].Text))
            {
                return true;
            }
        }
        return false;
    }

    private static bool StandsBare(PlaceText text, Mention mention)
    {
        var before = mention.Start > 0 ? text.Words[mention.Start - 1].Text : "";
        return before is "en" or "desde" || (before == "de" && mention.Role is PlaceRole.Inside or PlaceRole.Here or PlaceRole.Near);
    }
}
