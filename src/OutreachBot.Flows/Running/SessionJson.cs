using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>A session as UTF-8 JSON with short names: what the host encrypts and stores each turn.</summary>
/// <remarks>
/// What is missing is read as a stranger has it, so that sessions outlive the program that wrote them; what is unknown
/// is passed over. It holds what people told: the host stores it encrypted, and nothing else may see it.
/// </remarks>
public static class SessionJson
{
    // Accents as they are: the bytes go under encryption, never into a page.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(bytes, Compact))
        {
            // A writer of its own keeps the generated fast path, which options of its own would not.
            JsonSerializer.Serialize(writer, SessionDocument.Of(session), SessionJsonContext.Default.SessionDocument);
        }
        return bytes.WrittenSpan.ToArray();
    }

    /// <exception cref="JsonException">These bytes are no session: the store or its key is damaged.</exception>
    public static Session Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, SessionJsonContext.Default.SessionDocument)?.ToSession() ?? Session.Stranger;
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SessionDocument))]
internal sealed partial class SessionJsonContext : JsonSerializerContext;

/// <summary>The stored shape; null and absent are one.</summary>
internal sealed class SessionDocument
{
    [JsonPropertyName("l")] public string? Language { get; set; }

    [JsonPropertyName("f")] public string? Focus { get; set; }

    [JsonPropertyName("r")] public List<RunDocument>? Runs { get; set; }

    [JsonPropertyName("k")] public List<AnswerDocument>? Kept { get; set; }

    [JsonPropertyName("s")] public List<string>? LastSaid { get; set; }

    [JsonPropertyName("a")] public long LastAt { get; set; }

    [JsonPropertyName("p")] public PaceDocument? Pace { get; set; }

    [JsonPropertyName("h")] public MessageDocument? Held { get; set; }

    [JsonPropertyName("t")] public string? DriftsTo { get; set; }

    [JsonPropertyName("d")] public bool Dormant { get; set; }

    [JsonPropertyName("n")] public Dictionary<string, string>? Links { get; set; }

    [JsonPropertyName("v")] public long Version { get; set; }

    public static SessionDocument Of(Session session) => new()
    {
        Language = session.Language?.ToString(),
        Focus = session.Focus.Length == 0 ? null : session.Focus,
        Runs = Documents.List(session.Runs.Values, RunDocument.Of),
        Kept = Documents.List(session.Kept, AnswerDocument.Of),
        LastSaid = session.LastSaid.Count == 0 ? null : [.. session.LastSaid],
        LastAt = Documents.Time(session.LastAt),
        Pace = session.Pace == Running.Pace.None ? null : PaceDocument.Of(session.Pace),
        Held = session.Held is { } held ? MessageDocument.Of(held) : null,
        DriftsTo = session.DriftsTo,
        Dormant = session.Dormant,
        Links = session.Links.Count == 0 ? null : new Dictionary<string, string>(session.Links, StringComparer.Ordinal),
        Version = session.Version,
    };

    public Session ToSession()
    {
        var runs = new Dictionary<string, Run>(StringComparer.Ordinal);
        foreach (var run in Runs ?? [])
        {
            runs[run.Key ?? ""] = run.ToRun();
        }
        return new Session(
            LanguageTag.TryParse(Language, out var language) ? language : null,
            Focus ?? "",
            runs,
            Documents.Read(Kept, k => k.ToAnswer()),
            LastSaid ?? [],
            Documents.Time(LastAt),
            Pace?.ToPace() ?? Running.Pace.None,
            Held?.ToMessage(),
            DriftsTo,
            Dormant,
            new Dictionary<string, string>(Links ?? [], StringComparer.Ordinal),
            Version);
    }
}

internal sealed class RunDocument
{
    [JsonPropertyName("k")] public string? Key { get; set; }

    [JsonPropertyName("f")] public List<FrameDocument>? Frames { get; set; }

    [JsonPropertyName("p")] public PendingDocument? Pending { get; set; }

    public static RunDocument Of(Run run) => new()
    {
        Key = run.Key.Length == 0 ? null : run.Key,
        Frames = Documents.List(run.Frames, FrameDocument.Of),
        Pending = run.Pending is { } pending ? PendingDocument.Of(pending) : null,
    };

    public Run ToRun() => new(Key ?? "", Documents.Read(Frames, f => f.ToFrame()), Pending?.ToPending());
}

internal sealed class FrameDocument
{
    [JsonPropertyName("f")] public string? Flow { get; set; }

    [JsonPropertyName("s")] public string? State { get; set; }

    [JsonPropertyName("v")] public Dictionary<string, AnswerDocument>? Values { get; set; }

    [JsonPropertyName("w")] public WaitingDocument? Waiting { get; set; }

    [JsonPropertyName("t")] public List<string>? Trail { get; set; }

    [JsonPropertyName("a")] public long WakesAt { get; set; }

    public static FrameDocument Of(Frame frame) => new()
    {
        Flow = frame.Flow,
        State = frame.State,
        Values = frame.Values.Count == 0 ? null : frame.Values.ToDictionary(v => v.Key, v => AnswerDocument.Of(v.Value), StringComparer.Ordinal),
        Waiting = frame.Waiting is { } waiting ? WaitingDocument.Of(waiting) : null,
        Trail = frame.Trail.Count == 0 ? null : [.. frame.Trail],
        WakesAt = Documents.Time(frame.WakesAt),
    };

    public Frame ToFrame()
    {
        var values = new Dictionary<string, RememberedAnswer>(StringComparer.Ordinal);
        foreach (var (name, value) in Values ?? [])
        {
            values[name] = value.ToAnswer();
        }
        return new Frame(Flow ?? "", State ?? "", values, Waiting?.ToWaiting(), Trail ?? [], Documents.Time(WakesAt));
    }
}

internal sealed class AnswerDocument
{
    [JsonPropertyName("k")] public ValueKind Kind { get; set; }

    [JsonPropertyName("p")] public Privacy Privacy { get; set; }

    [JsonPropertyName("t")] public string? Text { get; set; }

    [JsonPropertyName("s")] public string? Said { get; set; }

    [JsonPropertyName("a")] public List<AttachmentDocument>? Attachments { get; set; }

    public static AnswerDocument Of(RememberedAnswer answer) => new()
    {
        Kind = answer.Kind,
        Privacy = answer.Privacy,
        Text = answer.Text.Length == 0 ? null : answer.Text,
        Said = answer.Said,
        Attachments = Documents.List(answer.Attachments, AttachmentDocument.Of),
    };

    public RememberedAnswer ToAnswer() =>
        new(Kind, Privacy, Text ?? "", Said, Documents.Read(Attachments, a => a.ToAttachment()));
}

internal sealed class AttachmentDocument
{
    [JsonPropertyName("k")] public AttachmentKind Kind { get; set; }

    [JsonPropertyName("h")] public string? Handle { get; set; }

    public static AttachmentDocument Of(Attachment attachment) => new() { Kind = attachment.Kind, Handle = attachment.Handle };

    public Attachment ToAttachment() => new(Kind, Handle ?? "");
}

internal sealed class WaitingDocument
{
    [JsonPropertyName("p")] public string? Purpose { get; set; }

    [JsonPropertyName("c")] public List<string>? Candidates { get; set; }

    [JsonPropertyName("l")] public List<string>? Labels { get; set; }

    [JsonPropertyName("t")] public int Tries { get; set; }

    [JsonPropertyName("s")] public string? Said { get; set; }

    public static WaitingDocument Of(Waiting waiting) => new()
    {
        Purpose = waiting.Purpose,
        Candidates = waiting.Candidates.Count == 0 ? null : [.. waiting.Candidates],
        Labels = waiting.Labels.Count == 0 ? null : [.. waiting.Labels],
        Tries = waiting.Tries,
        Said = waiting.Said,
    };

    public Waiting ToWaiting() => new(Purpose ?? "", Candidates ?? [], Labels ?? [], Tries, Said);
}

internal sealed class PendingDocument
{
    [JsonPropertyName("e")] public string? Effect { get; set; }

    [JsonPropertyName("w")] public string? Word { get; set; }

    [JsonPropertyName("l")] public bool Leaving { get; set; }

    [JsonPropertyName("q")] public bool Silent { get; set; }

    [JsonPropertyName("a")] public int Arrows { get; set; }

    [JsonPropertyName("s")] public int Says { get; set; }

    [JsonPropertyName("n")] public int Effects { get; set; }

    [JsonPropertyName("g")] public bool NoticeGiven { get; set; }

    [JsonPropertyName("m")] public bool MarkGiven { get; set; }

    public static PendingDocument Of(PendingEffect pending) => new()
    {
        Effect = pending.Effect,
        Word = pending.Word,
        Leaving = pending.Leaving,
        Silent = pending.Silent,
        Arrows = pending.Spent.Arrows,
        Says = pending.Spent.Says,
        Effects = pending.Spent.Effects,
        NoticeGiven = pending.Spent.NoticeGiven,
        MarkGiven = pending.Spent.MarkGiven,
    };

    public PendingEffect ToPending() =>
        new(Effect ?? "", Word, Leaving, Silent, new TurnSpent(Arrows, Says, Effects, NoticeGiven, MarkGiven));
}

internal sealed class PaceDocument
{
    [JsonPropertyName("n")] public int NotUnderstood { get; set; }

    [JsonPropertyName("h")] public int LastHash { get; set; }

    [JsonPropertyName("s")] public int Same { get; set; }

    [JsonPropertyName("b")] public long SameSince { get; set; }

    [JsonPropertyName("m")] public long MinuteBegan { get; set; }

    [JsonPropertyName("i")] public int InMinute { get; set; }

    [JsonPropertyName("u")] public int Unanswered { get; set; }

    public static PaceDocument Of(Pace pace) => new()
    {
        NotUnderstood = pace.NotUnderstood,
        LastHash = pace.LastHash,
        Same = pace.Same,
        SameSince = Documents.Time(pace.SameSince),
        MinuteBegan = Documents.Time(pace.MinuteBegan),
        InMinute = pace.InMinute,
        Unanswered = pace.Unanswered,
    };

    public Pace ToPace() => new(
        NotUnderstood, LastHash, Same, Documents.Time(SameSince) ?? default, Documents.Time(MinuteBegan) ?? default, InMinute, Unanswered);
}

internal sealed class MessageDocument
{
    [JsonPropertyName("t")] public string? Text { get; set; }

    [JsonPropertyName("a")] public List<AttachmentDocument>? Attachments { get; set; }

    [JsonPropertyName("p")] public string? Pin { get; set; }

    [JsonPropertyName("c")] public string? Choice { get; set; }

    public static MessageDocument Of(Message message) => new()
    {
        Text = message.Text.Length == 0 ? null : message.Text,
        Attachments = Documents.List(message.Attachments, AttachmentDocument.Of),
        Pin = message.Pin is { } pin ? string.Create(CultureInfo.InvariantCulture, $"{pin.Latitude:R} {pin.Longitude:R}") : null,
        Choice = message.Choice,
    };

    public Message ToMessage() => new(Text ?? "", Documents.Read(Attachments, a => a.ToAttachment()), ReadPin(Pin), Choice);

    private static Pin? ReadPin(string? text)
    {
        var parts = text?.Split(' ');
        return parts is [var latitude, var longitude]
            && double.TryParse(latitude, CultureInfo.InvariantCulture, out var north)
            && double.TryParse(longitude, CultureInfo.InvariantCulture, out var east)
                ? new Pin(north, east)
                : null;
    }
}

/// <summary>What the documents share: lists that are absent when empty, times in milliseconds.</summary>
internal static class Documents
{
    public static List<TDocument>? List<T, TDocument>(IEnumerable<T> items, Func<T, TDocument> of)
    {
        List<TDocument>? list = null;
        foreach (var item in items)
        {
            (list ??= []).Add(of(item));
        }
        return list;
    }

    public static IReadOnlyList<T> Read<TDocument, T>(List<TDocument>? documents, Func<TDocument, T> to)
    {
        if (documents is null)
        {
            return [];
        }
        var items = new List<T>(documents.Count);
        foreach (var document in documents)
        {
            if (document is not null)
            {
                items.Add(to(document));
            }
        }
        return items;
    }

    /// <summary>0: never.</summary>
    public static long Time(DateTimeOffset? time) => time is { } at ? at.ToUnixTimeMilliseconds() : 0;

    public static DateTimeOffset? Time(long milliseconds) =>
        milliseconds is 0 or < -62_135_596_800_000 or > 253_402_300_799_999 ? null : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
