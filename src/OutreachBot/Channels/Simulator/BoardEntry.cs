using System.Text.Json.Serialization;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Channels.Simulator;

/// <summary>One bubble on one phone.</summary>
/// <param name="N">Counts all bubbles of all phones, from 1.</param>
/// <param name="Phone">Whose phone it is on.</param>
/// <param name="FromLine">False: the person wrote it.</param>
/// <param name="ShownOn"><c>sms</c> or <c>whatsapp</c>.</param>
/// <param name="Unasked">The line wrote by itself: an alert, a question passed on.</param>
/// <param name="Sms">What it costs as SMS; null on WhatsApp.</param>
/// <param name="Answers">Answers at hand.</param>
/// <param name="Carries"><c>voice</c>, <c>image</c>, <c>pin</c>, or null.</param>
/// <param name="Inside">What the message did; on the person's own bubbles only.</param>
internal sealed record BoardEntry(
    long N,
    string Phone,
    bool FromLine,
    string ShownOn,
    string Text,
    DateTimeOffset At,
    bool Unasked,
    SmsCost? Sms,
    IReadOnlyList<QuickAnswer> Answers,
    string? Carries,
    InsideView? Inside)
{
    /// <summary>Where a sound of the words is to be heard; null: there is none.</summary>
    public string? Sound { get; init; }

    /// <summary>It is to be seen there and not heard.</summary>
    public bool IsPicture { get; init; }

    public override string ToString() => $"[bubble {N}]";
}

/// <param name="Encoding"><c>GSM-7</c> or <c>UCS-2</c>.</param>
/// <param name="OddCharacter">The first character that forces UCS-2; null in GSM-7.</param>
internal sealed record SmsCost(string Encoding, int Units, int Segments, string? OddCharacter)
{
    public static SmsCost Of(string text)
    {
        var measure = SmsText.Measure(text);
        return new SmsCost(
            measure.Encoding == SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2", measure.Units, measure.Segments,
            SmsText.FirstNonGsm(text)?.Character.ToString());
    }
}

/// <summary>The inside of a turn, as the page shows it. Values are named, never told: that is the point of the marks.</summary>
/// <param name="Where">The open flows and states, outermost first, for each run.</param>
internal sealed record InsideView(
    string? Language,
    IReadOnlyList<string> Where,
    IReadOnlyList<ValueView> Values,
    IReadOnlyList<string> Effects,
    IReadOnlyList<EventView> Events);

internal sealed record ValueView(string Flow, string Name, string Privacy);

internal sealed record EventView(string Kind, string Text)
{
    public override string ToString() => $"[event {Kind}]";
}

/// <summary>What the page asks for: everything after a bubble.</summary>
/// <param name="First">Bubbles before this one are gone: the simulator was reset.</param>
/// <param name="Last">Ask for what comes after this one next.</param>
internal sealed record BoardState(
    string Line, DateTimeOffset Now, double LeadMinutes, long First, long Last, IReadOnlyList<BoardEntry> Entries);

internal sealed record ClockState(DateTimeOffset Now, double LeadMinutes);

/// <summary>A message of a simulated phone.</summary>
/// <param name="Id">The provider's id, to send one message twice; null: a fresh one.</param>
internal sealed record MessageRequest(string? Phone, string? Text, PinRequest? Pin, string? Media, string? Channel, string? Id)
{
    /// <summary>The voice or picture itself, in base64; null: a sample.</summary>
    public byte[]? Bytes { get; init; }

    public override string ToString() => "[message request]";
}

/// <summary>Both are required; null: not given.</summary>
internal sealed record PinRequest(double? Lat, double? Lon)
{
    public override string ToString() => "[pin]";
}

internal sealed record ClockRequest(int? AdvanceMinutes);

internal sealed record Refusal(string Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(BoardState))]
[JsonSerializable(typeof(ClockState))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(ClockRequest))]
[JsonSerializable(typeof(Refusal))]
internal sealed partial class SimulatorJson : JsonSerializerContext;
