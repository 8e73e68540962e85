using OutreachBot.Responders;

namespace OutreachBot.Routing.KeepAway;

/// <summary>What people who are kept away are known by beside their ids, folded: an import can bring them, or a colleague, under a new id.</summary>
public sealed record KeptMarks(IReadOnlySet<string> Names, IReadOnlySet<string> Institutions)
{
    private static readonly HashSet<string> Nothing = [];

    public static readonly KeptMarks None = new(Nothing, Nothing);

    /// <param name="withAllOfTheirs">Those of them whose institution is kept away whole.</param>
    public static KeptMarks Of(IEnumerable<Responder> people, IEnumerable<Responder> withAllOfTheirs) => new(
        people.Select(p => FoldedWords.AsOne(p.Name)).Where(n => n.Length > 0).ToHashSet(StringComparer.Ordinal),
        withAllOfTheirs.Select(p => FoldedWords.AsOne(p.Institution)).Where(i => i.Length > 0).ToHashSet(StringComparer.Ordinal));

    public KeptMarks With(KeptMarks more) => new(
        Names.Union(more.Names).ToHashSet(StringComparer.Ordinal), Institutions.Union(more.Institutions).ToHashSet(StringComparer.Ordinal));

    public bool Fit(Responder responder) =>
        (Names.Count > 0 && Names.Contains(FoldedWords.AsOne(responder.Name)))
        || (Institutions.Count > 0 && (Institutions.Contains(FoldedWords.AsOne(responder.Institution))
            || responder.ExcludedInstitutions.Any(i => Institutions.Contains(FoldedWords.AsOne(i)))));

    public override string ToString() => "[kept marks]";
}
