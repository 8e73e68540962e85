namespace OutreachBot.Flows.Running;

/// <summary>A place on the map, degrees WGS84.</summary>
public readonly record struct Pin(double Latitude, double Longitude)
{
    private const double NoFixDegrees = 0.01;

    /// <summary>0,0 is what a phone sends that does not know where it is; the sea is there, and nobody.</summary>
    public bool IsNoFix() => Math.Abs(Latitude) < NoFixDegrees && Math.Abs(Longitude) < NoFixDegrees;

    /// <summary>A pin is a private thing: it prints as nothing.</summary>
    public override string ToString() => "[pin]";
}

public enum AttachmentKind
{
    Voice,
    Image,
    Video,
    Document,
    Contact,
    Sticker,
    Other,
}

/// <summary>Something that came with a message.</summary>
/// <param name="Handle">The host's name for where its bytes are; the engine only carries it.</param>
public sealed record Attachment(AttachmentKind Kind, string Handle);

/// <summary>What happened to a conversation.</summary>
public abstract record Input;

/// <summary>A message of the person.</summary>
/// <param name="Text">Cleaned text (see <c>TextCleaner</c>), possibly empty.</param>
/// <param name="Choice">The payload of a pressed button: an option's key; null otherwise.</param>
public sealed record Message(string Text, IReadOnlyList<Attachment> Attachments, Pin? Pin, string? Choice) : Input
{
    public static Message Of(string text) => new(text, [], null, null);

    public override string ToString() => "[message]";
}

/// <summary>The clock: the time a state or a flow waited for has come. Nothing may be said in answer.</summary>
public sealed record TimePassed : Input;

/// <summary>The host has carried out the effect that the turn stopped at.</summary>
/// <param name="Outcome">One of the effect's outcomes.</param>
/// <param name="Gives">What it gave, by name.</param>
public sealed record EffectDone(string Outcome, IReadOnlyDictionary<string, string> Gives) : Input
{
    public override string ToString() => $"[effect {Outcome}]";
}

/// <summary>Enters a flow at a state, as an answer to something unasked that was sent (an alert, a waiting question).</summary>
/// <param name="Key">Which of the person's open runs it is: an alert's code; empty for the main one.</param>
/// <param name="Values">What the run knows from the start.</param>
/// <param name="Then">The message that answers; null: the state's prompt is said.</param>
public sealed record Enter(string Key, string Flow, string? State, IReadOnlyDictionary<string, string> Values, Message? Then) : Input;
