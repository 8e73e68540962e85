using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Running;

/// <summary>Joins what is said in a turn to few messages: each costs, and each makes a phone ring.</summary>
internal static class Composer
{
    /// <summary>What the provider carries in one message.</summary>
    private const int LongestMessage = 1_600;

    private const int MostSegments = 2;

    public static IReadOnlyList<Say> Compose(List<Piece> pieces, ChannelKind channel)
    {
        if (pieces.Count == 0)
        {
            return [];
        }
        if (pieces is [{ Text.Length: <= LongestMessage } only])
        {
            return [new Say(only.Text, [only.Prompt], only.Options, only.Audio, only.Once) { AudioFirst = only.AudioFirst }];
        }
        var says = new List<Say>();
        foreach (var piece in pieces.SelectMany(Split))
        {
            if (says.Count > 0 && Joined(says[^1], piece, channel) is { } joined)
            {
                says[^1] = joined;
            }
            else
            {
                says.Add(new Say(piece.Text, [piece.Prompt], piece.Options, piece.Audio, piece.Once) { AudioFirst = piece.AudioFirst });
            }
        }
        return says;
    }

    /// <summary>The two as one message, or null where they don't go together.</summary>
    private static Say? Joined(Say before, Piece piece, ChannelKind channel)
    {
        // What is shown once stays apart, so that only it is missing from a repeated delivery's reply.
        if (before.Once != piece.Once || before.Audio is not null)
        {
            return null;
        }
        var text = before.Text + "\n" + piece.Text;
        var fits = channel == ChannelKind.Sms ? SmsText.Measure(text).Segments <= MostSegments : text.Length <= LongestMessage;
        return fits
            ? new Say(text, [.. before.Prompts, piece.Prompt], piece.Options.Count > 0 ? piece.Options : before.Options, piece.Audio, piece.Once) { AudioFirst = piece.AudioFirst }
            : null;
    }

    private static IEnumerable<Piece> Split(Piece piece)
    {
        var rest = piece.Text;
        while (rest.Length > LongestMessage)
        {
            var cut = rest.LastIndexOf(' ', LongestMessage - 1);
            if (cut < LongestMessage / 2)
            {
                cut = char.IsHighSurrogate(rest[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage;
            }
            yield return piece with { Text = rest[..cut], Options = [], Audio = null };
            rest = rest[cut..].TrimStart();
        }
        yield return piece with { Text = rest };
    }
}
