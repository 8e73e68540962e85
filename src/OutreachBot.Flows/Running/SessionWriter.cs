using System.Globalization;
using System.Text.Json;

namespace OutreachBot.Flows.Running;

/// <summary>Writes what a stranger would not have; <see cref="SessionReader"/> is its mirror.</summary>
internal readonly struct SessionWriter(Utf8JsonWriter json)
{
    public void Write(Session session)
    {
        json.WriteStartObject();
        Text("l"u8, session.Language?.ToString());
        Text("f"u8, session.Focus);
        if (session.Runs.Count > 0)
        {
            json.WriteStartArray("r"u8);
            foreach (var run in session.Runs.Values)
            {
                Write(run);
            }
            json.WriteEndArray();
        }
        if (session.Kept.Count > 0)
        {
            json.WriteStartArray("k"u8);
            foreach (var kept in session.Kept)
            {
                Write(kept);
            }
            json.WriteEndArray();
        }
        Texts("s"u8, session.LastSaid);
        Time("a"u8, session.LastAt);
        Write(session.Pace);
        if (session.Held is { } held)
        {
            Write(held);
        }
        Text("t"u8, session.DriftsTo);
        Flag("d"u8, session.Dormant);
        Write(session.Cover);
        if (session.Links.Count > 0)
        {
            json.WriteStartObject("n"u8);
            foreach (var (name, value) in session.Links)
            {
                json.WriteString(name, value);
            }
            json.WriteEndObject();
        }
        Number("v"u8, session.Version);
        json.WriteEndObject();
    }

    private void Write(Run run)
    {
        json.WriteStartObject();
        Text("k"u8, run.Key);
        if (run.Frames.Count > 0)
        {
            json.WriteStartArray("f"u8);
            foreach (var frame in run.Frames)
            {
                Write(frame);
            }
            json.WriteEndArray();
        }
        if (run.Pending is { } pending)
        {
            Write(pending);
        }
        json.WriteEndObject();
    }

    private void Write(Frame frame)
    {
        json.WriteStartObject();
        Text("f"u8, frame.Flow);
        Text("s"u8, frame.State);
        if (frame.Values.Count > 0)
        {
            json.WriteStartObject("v"u8);
            foreach (var (name, value) in frame.Values)
            {
                json.WritePropertyName(name);
                Write(value);
            }
            json.WriteEndObject();
        }
        if (frame.Waiting is { } waiting)
        {
            json.WriteStartObject("w"u8);
            Text("p"u8, waiting.Purpose);
            Texts("c"u8, waiting.Candidates);
            Texts("l"u8, waiting.Labels);
            Number("t"u8, waiting.Tries);
            Text("s"u8, waiting.Said);
            json.WriteEndObject();
        }
        Texts("t"u8, frame.Trail);
        Time("a"u8, frame.WakesAt);
        json.WriteEndObject();
    }

    private void Write(RememberedAnswer answer)
    {
        json.WriteStartObject();
        Number("k"u8, (int)answer.Kind);
        Number("p"u8, (int)answer.Privacy);
        Text("t"u8, answer.Text);
        Text("s"u8, answer.Said);
        Attachments(answer.Attachments);
        json.WriteEndObject();
    }

    private void Write(PendingEffect pending)
    {
        json.WriteStartObject("p"u8);
        Text("e"u8, pending.Effect);
        Text("w"u8, pending.Word);
        Flag("l"u8, pending.Leaving);
        Flag("q"u8, pending.Silent);
        Number("a"u8, pending.Spent.Arrows);
        Number("s"u8, pending.Spent.Says);
        Number("n"u8, pending.Spent.Effects);
        Flag("g"u8, pending.Spent.NoticeGiven);
        Flag("m"u8, pending.Spent.MarkGiven);
        json.WriteEndObject();
    }

    private void Write(Pace pace)
    {
        if (pace == Pace.None)
        {
            return;
        }
        json.WriteStartObject("p"u8);
        Number("n"u8, pace.NotUnderstood);
        Number("h"u8, pace.LastHash);
        Number("s"u8, pace.Same);
        Time("b"u8, pace.SameSince);
        Time("m"u8, pace.MinuteBegan);
        Number("i"u8, pace.InMinute);
        Number("u"u8, pace.Unanswered);
        json.WriteEndObject();
    }

    private void Write(Cover cover)
    {
        if (cover == Cover.None)
        {
            return;
        }
        json.WriteStartObject("c"u8);
        Text("w"u8, cover.Word);
        Flag("n"u8, cover.Notices);
        Flag("o"u8, cover.IsOn);
        json.WriteEndObject();
    }

    private void Write(Message held)
    {
        json.WriteStartObject("h"u8);
        Text("t"u8, held.Text);
        Attachments(held.Attachments);
        if (held.Pin is { } pin)
        {
            json.WriteString("p"u8, string.Create(CultureInfo.InvariantCulture, $"{pin.Latitude:R} {pin.Longitude:R}"));
        }
        Text("c"u8, held.Choice);
        json.WriteEndObject();
    }

    private void Attachments(IReadOnlyList<Attachment> attachments)
    {
        if (attachments.Count == 0)
        {
            return;
        }
        json.WriteStartArray("a"u8);
        foreach (var attachment in attachments)
        {
            json.WriteStartObject();
            Number("k"u8, (int)attachment.Kind);
            Text("h"u8, attachment.Handle);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Texts(ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }
        json.WriteEndArray();
    }

    private void Text(ReadOnlySpan<byte> name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }

    private void Number(ReadOnlySpan<byte> name, long number)
    {
        if (number != 0)
        {
            json.WriteNumber(name, number);
        }
    }

    private void Flag(ReadOnlySpan<byte> name, bool flag)
    {
        if (flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    private void Time(ReadOnlySpan<byte> name, DateTimeOffset? time)
    {
        if (time is { } at && at != default)
        {
            json.WriteNumber(name, at.ToUnixTimeMilliseconds());
        }
    }
}
