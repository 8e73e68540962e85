using OutreachBot.Responders;

namespace OutreachBot.Routing.KeepAway;

/// <summary>Who has said that she is tied to an institution: where it is to be kept away, so is she.</summary>
/// <remarks>A tie only adds somebody. It makes no words certain: whoever was meant there is not on file by it.</remarks>
internal static class OwnTies
{
    public static IEnumerable<ResponderId> To(IReadOnlyList<Responder> responders, InstitutionKind kind) =>
        responders.Where(kind.HasATie).Select(r => r.Id);

    /// <param name="said">One part of what the reporter said, folded.</param>
    public static IEnumerable<ResponderId> To(IReadOnlyList<Responder> responders, IReadOnlyList<string> said) =>
        responders.Where(r => r.ExcludedInstitutions.Any(i => IsSaid(i, said))).Select(r => r.Id)
            .Concat(InstitutionKind.All.Where(k => k.Said.AreIn(said)).SelectMany(k => To(responders, k)));

    /// <summary>To where somebody who was named works.</summary>
    public static IEnumerable<ResponderId> ToThoseOf(IReadOnlyList<Responder> responders, IReadOnlyList<Responder> named)
    {
        var theirs = named.Select(n => FoldedWords.AsOne(n.Institution)).Where(i => i.Length > 0).ToHashSet(StringComparer.Ordinal);
        return responders.Where(r => r.ExcludedInstitutions.Any(i => theirs.Contains(FoldedWords.AsOne(i)))).Select(r => r.Id);
    }

    private static bool IsSaid(string institution, IReadOnlyList<string> said) =>
        InstitutionKind.WordsOf(institution).ToList() is { Count: > 0 } words
        && words.TrueForAll(w => w.Length < 3 || said.Contains(w, StringComparer.Ordinal));
}
