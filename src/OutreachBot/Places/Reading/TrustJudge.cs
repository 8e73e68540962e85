using System.Collections.Frozen;

namespace OutreachBot.Places.Reading;

/// <summary>Says how far a mention may be relied on: by its spelling, by what else the word means, by what stands around it.</summary>
/// <remarks>A wrong place counts ten times a question: what is doubtful is asked, what is unlikely is not heard.</remarks>
internal static class TrustJudge
{
    private const int LongWord = 7;

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
    public static Trust Of(PlaceText text, Mention mention, int others)
    {
        var isAnswer = others <= 1;
        var strong = mention.Role is PlaceRole.Inside or PlaceRole.Between || mention.SaidToBe is not null || mention.SaidToBeSmall;
        var weak = mention.Role is PlaceRole.From or PlaceRole.To;
        var capital = text.MixedCase && text.Words[mention.Start].Capital;
        var letters = mention.Entry.Text.Length;
        if (mention.Cost >= 2)
        {
            return isAnswer || strong ? (letters >= 9 && isAnswer ? Trust.Sure : Trust.Perhaps) : Trust.None;
        }
        if (mention.Cost >= 1)
        {
            return isAnswer || strong ? (mention.Entry.Everyday ? Trust.Perhaps : Trust.Sure)
                : (weak || capital) && letters >= LongWord ? Trust.Perhaps
                : Trust.None;
        }
        if (mention.Entry.Everyday)
        {
            return mention.SaidToBe is not null || (others == 0 && !(mention.Entry.Thing && mention.Role != PlaceRole.None && !capital))
                ? Trust.Sure
                : OfEveryday(text, mention, strong, weak, capital);
        }
        if (isAnswer)
        {
            return Trust.Sure;
        }
        if (mention.Cost > 0)
        {
            return strong || weak || mention.Entry.Words.Count > 1 || letters >= LongWord ? Trust.Sure : Trust.Perhaps;
        }
        return mention.Entry.Surname && !strong && !weak ? Trust.Perhaps : Trust.Sure;
    }

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
            return Trust.None;
        }
        // "en cobija" is the town: a blanket would have an article.
        return strong && !text.MixedCase ? (StandsBare(text, mention) ? Trust.Sure : Trust.Perhaps) : Trust.None;
    }

    private static bool StandsBare(PlaceText text, Mention mention)
    {
        var before = mention.Start > 0 ? text.Words[mention.Start - 1].Text : "";
        return before is "en" or "desde" || (before == "de" && mention.Role == PlaceRole.Inside);
    }
}
