using System.Globalization;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>Keeps a pin that nobody asked for: it is the place of what is told.</summary>
internal static class Pins
{
    /// <summary>The exact spot as words; it stays with what she said, not with what routes.</summary>
    public static string Written(Pin pin) => string.Create(CultureInfo.InvariantCulture, $"{pin.Latitude:F5},{pin.Longitude:F5}");

    /// <summary>Gives it to the nearest open flow that asks for a place, else keeps it for the next.</summary>
    public static void Keep(Turn turn, RunDraft run, Pin pin)
    {
        if (pin.IsNoFix())
        {
            return;
        }
        var reading = turn.Context.Places.Read(pin);
        var id = reading is { Kind: PlaceReadingKind.Resolved, Municipality: { } municipality } ? municipality.Id : "";
        for (var at = run.Frames.Count - 1; at >= 0; at--)
        {
            var frame = run.Frames[at];
            if (Frames.OpenPlace(turn.FlowOf(frame), frame) is { } place)
            {
                frame.Set(place.Name, new RememberedAnswer(ValueKind.Place, place.Privacy, id, Written(pin), []));
                return;
            }
        }
        turn.Kept.Take(ValueKind.Place);
        turn.Kept.Add(new RememberedAnswer(ValueKind.Place, Privacy.Routing, id, Written(pin), []));
    }
}
