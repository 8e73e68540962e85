namespace OutreachBot.Places.Reading;

internal enum SenseKind
{
    Municipality,
    Province,
    Department,
    Country,

    /// <summary>A country or a state that isn't ours; it may qualify a name before it.</summary>
    ForeignCountry,
    ForeignTown,
}

/// <summary>One thing that a name may mean.</summary>
/// <param name="Id">A place's id, or the usual name of a place abroad.</param>
internal sealed record NameSense(SenseKind Kind, string Id, NameRank Rank)
{
    /// <summary>Null abroad.</summary>
    public string? Country => Kind is SenseKind.ForeignCountry or SenseKind.ForeignTown ? null : Id[..2];

    /// <summary>Whether a municipality lies in the country, department or province that is meant: its id begins with theirs.</summary>
    public bool Holds(string municipality) =>
        Kind is SenseKind.Country or SenseKind.Department or SenseKind.Province && municipality.StartsWith(Id, StringComparison.Ordinal);
}

/// <summary>A name: the words that matter of it, in their order, and what it may mean.</summary>
internal sealed class NameEntry(string text, IReadOnlyList<int> words)
{
    private readonly List<NameSense> _senses = [];
    private bool _withArticle;
    private bool _bare;

    /// <summary>The words that matter, folded, with spaces between.</summary>
    public string Text { get; } = text;

    /// <summary>Their numbers in the <see cref="WordIndex"/>.</summary>
    public IReadOnlyList<int> Words { get; } = words;

    public IReadOnlyList<NameSense> Senses => _senses;

    /// <summary>It is always written with an article, and is an everyday word without ("La Paz").</summary>
    public bool WantsArticle => Everyday && AlwaysWithArticle;

    /// <summary>Every place of this name has an article: "El Paso".</summary>
    public bool AlwaysWithArticle => _withArticle && !_bare;

    /// <summary>No place of this name has an article: "en la puna" is no Puna.</summary>
    public bool NeverWithArticle => !_withArticle;

    /// <summary>It is an everyday word too.</summary>
    public bool Everyday { get; init; }

    /// <summary>It is something one can stand beside.</summary>
    public bool Thing { get; init; }

    /// <summary>It is a surname too.</summary>
    public bool Surname { get; init; }

    /// <summary>People are called so too.</summary>
    public bool GivenName { get; init; }

    /// <summary>So common that it says little without more.</summary>
    public bool Generic => Everyday || GivenName || SaintAlone;

    /// <summary>A saint's name and nothing more: hundreds of villages are called so.</summary>
    public bool SaintAlone => Words.Count == 2 && (Text.StartsWith("san ", StringComparison.Ordinal)
        || Text.StartsWith("santa ", StringComparison.Ordinal) || Text.StartsWith("santo ", StringComparison.Ordinal));

    /// <summary>Adds a meaning, or betters the rank of one that is there.</summary>
    /// <param name="article">The name is written with an article.</param>
    public void Means(NameSense sense, bool article)
    {
        _withArticle |= article;
        _bare |= !article;
        var known = _senses.FindIndex(s => s.Kind == sense.Kind && s.Id == sense.Id);
        if (known < 0)
        {
            _senses.Add(sense);
        }
        else if (sense.Rank < _senses[known].Rank)
        {
            _senses[known] = sense;
        }
    }
}
