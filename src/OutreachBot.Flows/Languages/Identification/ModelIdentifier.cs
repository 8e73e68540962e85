using System.Buffers;

namespace OutreachBot.Flows.Languages.Identification;

/// <summary>Goes by the trained model; abstains on what is none of the languages, on what could be two, on shared words alone.</summary>
public sealed class ModelIdentifier : ILanguageIdentifier
{
    /// <summary>Least confidence that is acted on: some 95 % of real messages reach it (docs/languages.md).</summary>
    public const double Certain = 0.6;

    /// <summary>Where one shared word is all there is, confidence stays below this.</summary>
    private const double Undecided = 0.5;

    /// <summary>How likely the line's other languages are beside the ones asked for: a Mam message to a Bolivian line.</summary>
    private const double Outsiders = 0.2;

    private readonly LanguageModel _model;

    internal ModelIdentifier(LanguageModel model) => _model = model;

    /// <summary>With the model that the program was built with.</summary>
    public static ModelIdentifier OfBuild() => new(ModelFile.OfBuild);

    /// <summary>With a model made by <c>languages train</c>.</summary>
    /// <exception cref="InvalidDataException">These are not the bytes of a model.</exception>
    public static ModelIdentifier Of(ReadOnlySpan<byte> model) => new(ModelFile.Read(model));

    public LanguageReading Identify(string text, LanguagePriors priors)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(priors);
        Span<char> full = stackalloc char[SpellingViews.Room];
        full = full[..SpellingViews.Full(text, full)];
        Span<double> shares = stackalloc double[LanguageModel.Classes];
        if (!Read(full, priors, shares))
        {
            return new LanguageReading(null, Likeliest(priors, shares), 0);
        }
        var guess = Likeliest(priors, shares);
        var confidence = shares[Place(guess)];
        if (IsEverybodys(full))
        {
            return new LanguageReading(null, priors.Among.Contains(LanguageTag.Spanish) ? LanguageTag.Spanish : guess, Math.Min(confidence, Undecided));
        }
        if (IsShared(full, guess, priors))
        {
            return new LanguageReading(null, guess, Math.Min(confidence, Undecided));
        }
        return new LanguageReading(confidence >= Certain ? guess : null, guess, confidence, Beside(full, guess, priors));
    }

    // As a whole message they mean the same everywhere; inside a sentence "ok" is a word of Mam, and "no'" one of Q'anjob'al.
    private static bool IsEverybodys(ReadOnlySpan<char> full) => full.Trim() is "ok" or "oki" or "okey" or "okay" or "si" or "sí" or "no";

    /// <summary>Shares of 1 for each class, priors taken in; false where there is nothing to go by.</summary>
    private bool Read(ReadOnlySpan<char> full, LanguagePriors priors, Span<double> shares)
    {
        var places = ArrayPool<int>.Shared.Rent(Features.Most);
        var count = Features.Read(full, places, _model.Bits);
        var known = _model.Score(places.AsSpan(0, count), shares);
        ArrayPool<int>.Shared.Return(places);
        for (var place = 0; place < LanguageModel.Other; place++)
        {
            var language = LanguageTag.All[place];
            shares[place] += Math.Log(priors.Among.Contains(language) ? priors.Weight(language) : Outsiders * priors.Weight(language));
        }
        LanguageModel.Softmax(shares);
        return known > 0;
    }

    private static LanguageTag Likeliest(LanguagePriors priors, ReadOnlySpan<double> shares)
    {
        var best = priors.Among[0];
        foreach (var language in priors.Among)
        {
            best = shares[Place(language)] > shares[Place(best)] ? language : best;
        }
        return best;
    }

    private bool IsShared(ReadOnlySpan<char> full, LanguageTag guess, LanguagePriors priors)
    {
        Span<char> bare = stackalloc char[SpellingViews.Room];
        var common = _model.Shared.OfAll(bare[..SpellingViews.Bare(full, bare)]);
        if ((common & (1 << Place(guess))) == 0)
        {
            return false;
        }
        foreach (var language in priors.Among)
        {
            if (language != guess && (common & (1 << Place(language))) != 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Each word votes for itself: the language besides the guess that has two votes, and a quarter of all.</summary>
    private LanguageTag? Beside(ReadOnlySpan<char> full, LanguageTag guess, LanguagePriors priors)
    {
        Span<int> votes = stackalloc int[LanguageModel.Classes];
        Span<double> shares = stackalloc double[LanguageModel.Classes];
        var uniform = new LanguagePriors(priors.Among);
        var all = 0;
        for (var start = 0; start + 1 < full.Length;)
        {
            var letters = full[(start + 1)..].IndexOf(' ');
            if (letters >= 3 && Read(full.Slice(start, letters + 2), uniform, shares))
            {
                var voted = Likeliest(priors, shares);
                votes[Place(voted)] += shares[Place(voted)] > 0.8 ? 1 : 0;
                all++;
            }
            start += letters + 1;
        }
        votes[Place(guess)] = 0;
        var second = votes[..LanguageModel.Other].IndexOf(MaxOf(votes));
        return votes[second] >= 2 && votes[second] * 4 >= all ? LanguageTag.All[second] : null;
    }

    private static int MaxOf(ReadOnlySpan<int> votes)
    {
        var most = 0;
        foreach (var vote in votes[..LanguageModel.Other])
        {
            most = Math.Max(most, vote);
        }
        return most;
    }

    private static int Place(LanguageTag language)
    {
        for (var place = 0; place < LanguageModel.Other; place++)
        {
            if (LanguageTag.All[place] == language)
            {
                return place;
            }
        }
        return 0;
    }
}
