using System.Globalization;
using OutreachBot.Flows.Running;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;

namespace OutreachBot.Alerts;

/// <summary>How the facts of a case are said to whoever acts on it. The words are the alert flow's.</summary>
internal sealed class CaseWords(IPlaceReader places, IUnaskedWords words)
{
    /// <summary>Longer a story is cut on the way to a phone; the whole of it is the coordinator's to read.</summary>
    private const int LongestStory = 600;

    /// <summary>The municipality, else the department, else that the place is to be found.</summary>
    public string PlaceOf(Tip tip, Responder reader) => Place(tip.Municipality ?? tip.Department, reader);

    /// <summary>Empty where nothing tells of it: that it can wait was never said.</summary>
    public string UrgencyOf(Urgency urgency, Responder reader) =>
        urgency == Urgency.Normal ? "" : Word($"urgency_{urgency.ToString().ToLowerInvariant()}", reader);

    /// <param name="kind">A kind of ROUTING.</param>
    public string KindOf(string kind, Responder reader) => Word($"kind_{kind}", reader);

    /// <summary>A suggestion among what waits for a coordinator.</summary>
    public string RepeatedOf(AlertCode code, Responder reader) => $"{code} {Word("maybe_repeated", reader)}";

    /// <summary>The local day on which it was told, as day/month.</summary>
    public static string DayOf(Tip tip) =>
        LocalTime.In(tip.Country, tip.Hour).ToString("d/M", CultureInfo.InvariantCulture);

    /// <summary>What the hand-over copy tells: kind, place, urgency; who wants a call; where the deployment so decided, the story.</summary>
    /// <param name="noCall">Whoever wants to be called has covered her thread.</param>
    public string Summary(HandOverCopy copy, Responder reader, string? consent = null, bool noCall = false)
    {
        var parts = new List<string>
        {
            copy.Call is null ? KindOf(copy.Kind, reader) : Word("call_wished", reader),
            Place(copy.Municipality, reader),
        };
        if (UrgencyOf(copy.Urgency, reader) is { Length: > 0 } urgency)
        {
            parts.Add(urgency);
        }
        if (copy.Call is { } call)
        {
            if (noCall)
            {
                parts.Add(Word("call_later", reader));
            }
            parts.AddRange(new[] { call.Number, call.Hours, call.CoverWord is { } cover ? Word($"cover_{cover}", reader) : null }.OfType<string>());
        }
        if (consent is not null && reader.Role == ResponderRole.Official)
        {
            parts.Add(Word($"consent_{consent}", reader));
        }
        var summary = string.Join(". ", parts);
        return copy.Story is { } story ? $"{summary}. {Cut(story)}" : summary;
    }

    private string Place(string? id, Responder reader) => id is null ? Word("place_unknown", reader) : places.Label(id);

    private string Word(string prompt, Responder reader) =>
        words.Say(AlertMessages.Flow, prompt, AlertMessages.LanguageOf(reader), reader.Address);

    private static string Cut(string story) => story.Length <= LongestStory ? story : story[..LongestStory].TrimEnd() + "...";
}
