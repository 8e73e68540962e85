using OutreachBot.Responders;

namespace OutreachBot.Routing.KeepAway;

/// <summary>What people who are kept away are known by beside their ids, folded: an import can bring them, or a colleague, under a new id.</summary>
public sealed record KeptMarks(IReadOnlySet<string> Names, IReadOnlySet<string> Institutions)
{
    /// <summary>All who are on file as defenders, among <see cref="Kinds"/>.</summary>
    public const string Defenders = "defender";

    private static readonly HashSet<string> Nothing = [];

    public static readonly KeptMarks None = new(Nothing, Nothing);

    /// <summary>Kinds of institutions that were said, by their names, and <see cref="Defenders"/>: whoever is of one, on file now or later.</summary>
    public IReadOnlySet<string> Kinds { get; init; } = Nothing;

    /// <summary>An institution was said, or an official: none of any office is asked before a coordinator has read whom.</summary>
    public bool InstitutionSaid { get; init; }

    public bool AreNone => Names.Count == 0 && Institutions.Count == 0 && Kinds.Count == 0 && !InstitutionSaid;

    /// <param name="withAllOfTheirs">Those of them whose institution is kept away whole.</param>
    public static KeptMarks Of(IEnumerable<Responder> people, IEnumerable<Responder> withAllOfTheirs) => new(
        people.Select(p => FoldedWords.AsOne(p.Name)).Where(n => n.Length > 0).ToHashSet(StringComparer.Ordinal),
        withAllOfTheirs.Select(p => FoldedWords.AsOne(p.Institution)).Where(i => i.Length > 0).ToHashSet(StringComparer.Ordinal));

    public KeptMarks With(KeptMarks more) => new(Both(Names, more.Names), Both(Institutions, more.Institutions))
    {
        Kinds = Both(Kinds, more.Kinds),
        InstitutionSaid = InstitutionSaid || more.InstitutionSaid,
    };

    public bool Fit(Responder responder) =>
        (Names.Count > 0 && Names.Contains(FoldedWords.AsOne(responder.Name)))
        || (Institutions.Count > 0 && (Institutions.Contains(FoldedWords.AsOne(responder.Institution))
            || responder.ExcludedInstitutions.Any(i => Institutions.Contains(FoldedWords.AsOne(i)))))
        || Kinds.Any(k => IsOfKind(responder, k));

    private static bool IsOfKind(Responder responder, string name) => name == Defenders
        ? responder.Role == ResponderRole.Defender
        : InstitutionKind.Named(name) is { } kind && (kind.Has(responder) || kind.HasATie(responder));

    private static HashSet<string> Both(IReadOnlySet<string> one, IReadOnlySet<string> other) => one.Union(other).ToHashSet(StringComparer.Ordinal);

    public override string ToString() => "[kept marks]";
}
