using OutreachBot.Effects;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;

namespace OutreachBot.Tips;

/// <summary>What a person has told so far, as an effect was given it: the words for the seal, and the facts that route.</summary>
/// <param name="KeepAwayAsked">She has answered or skipped "who must not know".</param>
internal sealed record Telling(
    SealedTip Words,
    string? Municipality,
    string? Department,
    string? Country,
    string Kind,
    bool Danger,
    bool Minor,
    bool Held,
    bool Dated,
    bool KeepAwayAsked,
    bool WantsOfficials,
    LanguageTag Language,
    bool FromProvider)
{
    public static Telling Of(EffectRequest request)
    {
        var where = request.Text("where");
        var country = where is { Length: >= 2 } ? where[..2] : request.Context.Country;
        return new Telling(
            WordsOf(request),
            Municipality: IsMunicipality(where) ? where : null,
            Department: IsMunicipality(where) ? null : where,
            country,
            TipKinds.Known(request.Text("kind")),
            Danger: IsYes(request, "danger"),
            Minor: IsYes(request, "minor"),
            Held: IsYes(request, "held"),
            Dated: IsYes(request, "dated"),
            KeepAwayAsked: request.Call.Name == "submit_tip",
            WantsOfficials: IsYes(request, "officials"),
            request.Session.Language ?? LanguageTag.Spanish,
            FromProvider: request.Channel != Addresses.Channel.Simulator);
    }

    public override string ToString() => "[telling]";

    private static SealedTip WordsOf(EffectRequest request)
    {
        var where = request.Call.With.GetValueOrDefault("where");
        var place = new SealedPlace(request.Text("where"), where?.Said, request.Text("exact"));
        return new SealedTip(
            SealedPart.Told,
            Order: 0,
            (request.Session.Language ?? LanguageTag.Spanish).ToString(),
            request.Text("story"),
            [.. MediaOf(request.Call.With.GetValueOrDefault("story")), .. MediaOf(where)],
            place is { Id: null, Words: null, Exact: null } ? null : place,
            request.Text("when"),
            request.Text("keep_away"),
            request.Text("keep_away_words"),
            request.Text("officials"));
    }

    internal static IReadOnlyList<SealedMedium> MediaOf(RememberedAnswer? answer) =>
        [.. (answer?.Attachments ?? []).Select(a => new SealedMedium(a.Kind.ToString().ToLowerInvariant(), a.Handle))];

    // Department ids are the country and two digits: BO-02.
    private static bool IsMunicipality(string? place) => place is { Length: > 5 };

    private static bool IsYes(EffectRequest request, string parameter) => request.Text(parameter) == "yes";
}
