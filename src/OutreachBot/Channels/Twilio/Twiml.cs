using System.Text;
using OutreachBot.Flows.Running;

namespace OutreachBot.Channels.Twilio;

/// <summary>Writes the answer that goes back in the webhook's own response.</summary>
internal static class Twiml
{
    /// <summary>Most messages the provider takes in one answer (its error 14109).</summary>
    public const int MaxMessages = 10;

    /// <summary>Most characters in one of them (14103).</summary>
    public const int MaxCharacters = 1600;

    public const string ContentType = "text/xml; charset=utf-8";

    private const string Prolog = """<?xml version="1.0" encoding="UTF-8"?>""";

    /// <summary>Says nothing.</summary>
    public static string Silence => Prolog + "<Response/>";

    /// <summary>Declines a call, as a busy line would.</summary>
    public static string Decline => Prolog + """<Response><Reject reason="busy"/></Response>""";

    /// <param name="statusCallback">Where the provider tells each message's id: only so can its copy be deleted.</param>
    /// <param name="sound">The address of a sound by its name; null where it can't be sent.</param>
    public static string Of(IEnumerable<Say> says, string statusCallback, Func<string, string?>? sound = null)
    {
        var parts = Fit([.. says.SelectMany(say => PartsOf(say, sound)).Take(4 * MaxMessages)]);
        if (parts.Count == 0)
        {
            return Silence;
        }
        var xml = new StringBuilder(Prolog, 256 + parts.Sum(p => p.Text.Length)).Append("<Response>");
        foreach (var part in parts)
        {
            xml.Append("<Message statusCallback=\"");
            AppendEscaped(xml, statusCallback);
            xml.Append("\">").Append(part.IsSound ? "<Media>" : "");
            AppendEscaped(xml, part.Text);
            xml.Append(part.IsSound ? "</Media>" : "").Append("</Message>");
        }
        return xml.Append("</Response>").ToString();
    }

    /// <summary>What of a text fits one message.</summary>
    public static string Cut(string text) =>
        text.Length <= MaxCharacters ? text
        : char.IsHighSurrogate(text[MaxCharacters - 1]) ? text[..(MaxCharacters - 1)]
        : text[..MaxCharacters];

    /// <summary>One message: words, or the address of a sound. On WhatsApp a sound has no caption, so the two go apart.</summary>
    private readonly record struct Part(string Text, bool IsSound)
    {
        public override string ToString() => "[part]";
    }

    private static IEnumerable<Part> PartsOf(Say say, Func<string, string?>? sound)
    {
        var words = Split(say.Text).Select(text => new Part(text, IsSound: false));
        return say.Audio is null || sound?.Invoke(say.Audio) is not { } address ? words
            : say.AudioFirst ? words.Prepend(new Part(address, IsSound: true))
            : words.Append(new Part(address, IsSound: true));
    }

    /// <summary>Cuts a text at the last white space that fits, never within a character.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var rest = text.Trim();
        while (rest.Length > MaxCharacters)
        {
            var at = rest.AsSpan(0, MaxCharacters).LastIndexOfAny(' ', '\n');
            if (at < MaxCharacters / 2)
            {
                at = char.IsHighSurrogate(rest[MaxCharacters - 1]) ? MaxCharacters - 1 : MaxCharacters;
            }
            yield return rest[..at].TrimEnd();
            rest = rest[at..].TrimStart();
        }
        if (rest.Length > 0)
        {
            yield return rest;
        }
    }

    /// <summary>Joins neighbours when there are more than the provider takes.</summary>
    private static List<Part> Fit(List<Part> parts)
    {
        while (parts.Count > MaxMessages)
        {
            var at = Enumerable.Range(0, parts.Count - 1).FirstOrDefault(
                i => !parts[i].IsSound && !parts[i + 1].IsSound && parts[i].Text.Length + parts[i + 1].Text.Length + 2 <= MaxCharacters, -1);
            if (at < 0)
            {
                parts.RemoveRange(MaxMessages, parts.Count - MaxMessages);
                break;
            }
            parts[at] = new Part(parts[at].Text + "\n\n" + parts[at + 1].Text, IsSound: false);
            parts.RemoveAt(at + 1);
        }
        return parts;
    }

    /// <summary>Escapes markup and drops what XML 1.0 §2.2 does not allow at all.</summary>
    private static void AppendEscaped(StringBuilder xml, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                xml.Append(c).Append(text[++i]);
                continue;
            }
            _ = c switch
            {
                '&' => xml.Append("&amp;"),
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                '"' => xml.Append("&quot;"),
                '\r' => xml,
                '\t' or '\n' => xml.Append(c),
                < ' ' or '\uFFFE' or '\uFFFF' => xml,
                _ when char.IsSurrogate(c) => xml,
                _ => xml.Append(c),
            };
        }
    }
}
