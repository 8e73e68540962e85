namespace OutreachBot.Places.Reading;

/// <summary>How far a mention may be relied on.</summary>
internal enum Trust
{
    /// <summary>No place is meant.</summary>
    None,

    /// <summary>Perhaps: worth a question, never an answer.</summary>
    Perhaps,
    Sure,
}

/// <summary>A place named in a text, with all it may mean and what the words around it say.</summary>
/// <param name="Start">First word that matters.</param>
/// <param name="End">One after the last.</param>
/// <param name="Senses">What it may mean; narrowed by other places that are named.</param>
/// <param name="Cost">How far the spelling is off.</param>
internal sealed record Mention(NameEntry Entry, int Start, int End, IReadOnlyList<NameSense> Senses, double Cost)
{
    public CaseEnding? Ending { get; init; }

    public PlaceRole Role { get; init; }

    /// <summary>What it is said to be ("municipio de …"), or null.</summary>
    public SenseKind? SaidToBe { get; init; }

    /// <summary>Said to be a village or a quarter ("aldea …").</summary>
    public bool SaidToBeSmall { get; init; }

    /// <summary>An area named beside it says where it lies.</summary>
    public bool Qualified { get; init; }

    /// <summary>A word that means nothing known stands before it: perhaps a village of the area that is named.</summary>
    public bool AfterUnknown { get; init; }

    /// <summary>Joined to another by "y".</summary>
    public bool Joined { get; init; }

    public Trust Trust { get; init; }

    public IEnumerable<NameSense> Municipalities => Senses.Where(s => s.Kind == SenseKind.Municipality);

    public bool IsAbroad => Senses.All(s => s.Kind is SenseKind.ForeignCountry or SenseKind.ForeignTown);
}
