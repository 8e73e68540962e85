using System.Globalization;
using System.Text.Json;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>Reads what <see cref="SessionWriter"/> wrote, or an older one, or a newer one.</summary>
internal static class SessionReader
{
    private delegate T Reading<out T>(ref Utf8JsonReader json);

    /// <exception cref="JsonException">These bytes are no session.</exception>
    public static Session Read(ref Utf8JsonReader json)
    {
        json.Read();
        var session = Session.Stranger;
        if (!Begins(ref json))
        {
            return session;
        }
        while (Next(ref json, out var name))
        {
            session = name switch
            {
                'l' => session with { Language = LanguageTag.TryParse(Text(ref json), out var language) ? language : null },
                'f' => session with { Focus = Text(ref json) ?? "" },
                'r' => session with { Runs = Runs(ref json) },
                'k' => session with { Kept = List(ref json, Answer) },
                's' => session with { LastSaid = List(ref json, Text) },
                'a' => session with { LastAt = Time(ref json) },
                'p' => session with { Pace = Pace(ref json) },
                'h' => session with { Held = Held(ref json) },
                't' => session with { DriftsTo = Text(ref json) },
                'd' => session with { Dormant = Flag(ref json) },
                'c' => session with { Cover = Cover(ref json) },
                'n' => session with { Links = Map(ref json, Text) },
                'v' => session with { Version = Number(ref json) },
                _ => Pass(ref json, session),
            };
        }
        return session;
    }

    private static Dictionary<string, Run> Runs(ref Utf8JsonReader json)
    {
        var runs = new Dictionary<string, Run>(StringComparer.Ordinal);
        foreach (var run in List(ref json, Run))
        {
            runs[run.Key] = run;
        }
        return runs;
    }

    private static Run? Run(ref Utf8JsonReader json)
    {
        if (!Begins(ref json))
        {
            return null;
        }
        var run = new Run("", [], null);
        while (Next(ref json, out var name))
        {
            run = name switch
            {
                'k' => run with { Key = Text(ref json) ?? "" },
                'f' => run with { Frames = List(ref json, Frame) },
                'p' => run with { Pending = Pending(ref json) },
                _ => Pass(ref json, run),
            };
        }
        return run;
    }

    private static Frame? Frame(ref Utf8JsonReader json)
    {
        if (!Begins(ref json))
        {
            return null;
        }
        string flow = "", state = "";
        Dictionary<string, RememberedAnswer> values = new(StringComparer.Ordinal);
        Waiting? waiting = null;
        IReadOnlyList<string> trail = [];
        DateTimeOffset? wakesAt = null;
        while (Next(ref json, out var name))
        {
            switch (name)
            {
                case 'f': flow = Text(ref json) ?? ""; break;
                case 's': state = Text(ref json) ?? ""; break;
                case 'v': values = Map(ref json, Answer); break;
                case 'w': waiting = Waiting(ref json); break;
                case 't': trail = List(ref json, Text); break;
                case 'a': wakesAt = Time(ref json); break;
                default: json.Skip(); break;
            }
        }
        return new Frame(flow, state, values, waiting, trail, wakesAt);
    }

    private static RememberedAnswer? Answer(ref Utf8JsonReader json)
    {
        if (!Begins(ref json))
        {
            return null;
        }
        var kind = default(ValueKind);
        var privacy = default(Privacy);
        string? text = null, said = null;
        IReadOnlyList<Attachment> attachments = [];
        while (Next(ref json, out var name))
        {
            switch (name)
            {
                case 'k': kind = (ValueKind)Number(ref json); break;
                case 'p': privacy = (Privacy)Number(ref json); break;
                case 't': text = Text(ref json); break;
                case 's': said = Text(ref json); break;
                case 'a': attachments = List(ref json, Attachment); break;
                default: json.Skip(); break;
            }
        }
        return new RememberedAnswer(kind, privacy, text ?? "", said, attachments);
    }

    private static Attachment? Attachment(ref Utf8JsonReader json)
    {
        if (!Begins(ref json))
        {
            return null;
        }
        var attachment = new Attachment(default, "");
        while (Next(ref json, out var name))
        {
            attachment = name switch
            {
                'k' => attachment with { Kind = (AttachmentKind)Number(ref json) },
                'h' => attachment with { Handle = Text(ref json) ?? "" },
                _ => Pass(ref json, attachment),
            };
        }
        return attachment;
    }

    private static Waiting? Waiting(ref Utf8JsonReader json)
    {
        if (!Begins(ref json))
        {
            return null;
        }
        var waiting = new Waiting("", [], [], 0);
        while (Next(ref json, out var name))
        {
            waiting = name switch
            {
                'p' => waiting with { Purpose = Text(ref json) ?? "" },
                'c' => waiting with { Candidates = List(ref json, Text) },
                'l' => waiting with { Labels = List(ref json, Text) },
                't' => waiting with { Tries = (int)Number(ref json) },
                's' => waiting with { Said = Text(ref json) },
                _ => Pass(ref json, waiting),
            };
        }
        return waiting;
    }

    private static PendingEffect? Pending(ref Utf8JsonReader json)
    {
        if (!Begins(ref json))
        {
            return null;
        }
        var pending = new PendingEffect("", null, false, false, TurnSpent.Nothing);
        while (Next(ref json, out var name))
        {
            pending = name switch
            {
                'e' => pending with { Effect = Text(ref json) ?? "" },
                'w' => pending with { Word = Text(ref json) },
                'l' => pending with { Leaving = Flag(ref json) },
                'q' => pending with { Silent = Flag(ref json) },
                'a' => pending with { Spent = pending.Spent with { Arrows = (int)Number(ref json) } },
                's' => pending with { Spent = pending.Spent with { Says = (int)Number(ref json) } },
                'n' => pending with { Spent = pending.Spent with { Effects = (int)Number(ref json) } },
                'g' => pending with { Spent = pending.Spent with { NoticeGiven = Flag(ref json) } },
                'm' => pending with { Spent = pending.Spent with { MarkGiven = Flag(ref json) } },
                _ => Pass(ref json, pending),
            };
        }
        return pending;
    }

    private static Pace Pace(ref Utf8JsonReader json)
    {
        var pace = Running.Pace.None;
        if (!Begins(ref json))
        {
            return pace;
        }
        while (Next(ref json, out var name))
        {
            pace = name switch
            {
                'n' => pace with { NotUnderstood = (int)Number(ref json) },
                'h' => pace with { LastHash = (int)Number(ref json) },
                's' => pace with { Same = (int)Number(ref json) },
                'b' => pace with { SameSince = Time(ref json) ?? default },
                'm' => pace with { MinuteBegan = Time(ref json) ?? default },
                'i' => pace with { InMinute = (int)Number(ref json) },
                'u' => pace with { Unanswered = (int)Number(ref json) },
                _ => Pass(ref json, pace),
            };
        }
        return pace;
    }

    private static Message? Held(ref Utf8JsonReader json)
    {
        if (!Begins(ref json))
        {
            return null;
        }
        var held = Message.Of("");
        while (Next(ref json, out var name))
        {
            held = name switch
            {
                't' => held with { Text = Text(ref json) ?? "" },
                'a' => held with { Attachments = List(ref json, Attachment) },
                'p' => held with { Pin = Pin(Text(ref json)) },
                'c' => held with { Choice = Text(ref json) },
                _ => Pass(ref json, held),
            };
        }
        return held;
    }

    private static Cover Cover(ref Utf8JsonReader json)
    {
        var cover = Running.Cover.None;
        if (!Begins(ref json))
        {
            return cover;
        }
        while (Next(ref json, out var name))
        {
            cover = name switch
            {
                'w' => cover with { Word = Text(ref json) },
                'n' => cover with { Notices = Flag(ref json) },
                'o' => cover with { IsOn = Flag(ref json) },
                _ => Pass(ref json, cover),
            };
        }
        return cover;
    }

    private static Pin? Pin(string? text) =>
        text?.Split(' ') is [var latitude, var longitude]
        && double.TryParse(latitude, CultureInfo.InvariantCulture, out var north)
        && double.TryParse(longitude, CultureInfo.InvariantCulture, out var east)
            ? new Pin(north, east)
            : null;

    /// <returns>False for null, which is as good as absent.</returns>
    private static bool Begins(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.StartObject => true,
        JsonTokenType.Null => false,
        _ => throw new JsonException(),
    };

    /// <summary>Goes to the next member's value.</summary>
    /// <param name="name">Its name, where that is one ASCII letter; else a name that nothing has.</param>
    /// <returns>False at the object's end.</returns>
    private static bool Next(ref Utf8JsonReader json, out char name)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.EndObject)
        {
            name = default;
            return false;
        }
        name = json.ValueSpan is [var letter] ? (char)letter : default;
        json.Read();
        return true;
    }

    private static T Pass<T>(ref Utf8JsonReader json, T unchanged)
    {
        json.Skip();
        return unchanged;
    }

    private static List<T> List<T>(ref Utf8JsonReader json, Reading<T?> read)
        where T : class
    {
        if (json.TokenType == JsonTokenType.Null)
        {
            return [];
        }
        Expect(ref json, JsonTokenType.StartArray);
        var list = new List<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (read(ref json) is { } item)
            {
                list.Add(item);
            }
        }
        return list;
    }

    private static Dictionary<string, T> Map<T>(ref Utf8JsonReader json, Reading<T?> read)
        where T : class
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        if (!Begins(ref json))
        {
            return map;
        }
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var name = json.GetString()!;
            json.Read();
            if (read(ref json) is { } value)
            {
                map[name] = value;
            }
        }
        return map;
    }

    private static string? Text(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Null)
        {
            return null;
        }
        Expect(ref json, JsonTokenType.String);
        return json.GetString();
    }

    private static long Number(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Null)
        {
            return 0;
        }
        Expect(ref json, JsonTokenType.Number);
        return json.TryGetInt64(out var number) ? number : throw new JsonException();
    }

    private static bool Flag(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        _ => throw new JsonException(),
    };

    /// <summary>Milliseconds since 1970-01-01 UTC; 0, and what is no time, is none.</summary>
    private static DateTimeOffset? Time(ref Utf8JsonReader json) =>
        Number(ref json) is var at and not 0 and >= -62_135_596_800_000 and <= 253_402_300_799_999
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;

    private static void Expect(ref Utf8JsonReader json, JsonTokenType token)
    {
        if (json.TokenType != token)
        {
            throw new JsonException();
        }
    }
}
