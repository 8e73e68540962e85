using OutreachBot.Media;
using OutreachBot.Media.Stripping;
using OutreachBot.Privacy;

namespace OutreachBot.Relay;

/// <summary>What waits for an end of a case, in the order it came.</summary>
internal abstract record RelayItem
{
    /// <summary>Before an item that is no words; the conversation strips it from what people write.</summary>
    private const char Mark = '\u0001';

    internal sealed record Words(string Text) : RelayItem
    {
        public override string ToString() => "[words]";
    }

    internal sealed record Voiced(PassedMedium Medium) : RelayItem
    {
        public override string ToString() => "[medium]";
    }

    /// <summary>There was a voice message or a picture, and it couldn't be passed on.</summary>
    internal sealed record Lost : RelayItem;

    public string Write() => this switch
    {
        Words words => words.Text.TrimStart(Mark),
        Voiced { Medium: var medium } => $"{Mark}{medium.Id} {Convert.ToBase64String(medium.Key)} {medium.Type}",
        _ => Mark.ToString(),
    };

    public static RelayItem Read(string written) =>
        written is not [Mark, ..] ? new Words(written)
        : written[1..].Split(' ') is [var id, var key, var type] && RandomId.TryParse(id, out var medium) && Enum.TryParse<MediumType>(type, out var of)
            ? new Voiced(new PassedMedium(medium, Convert.FromBase64String(key), of))
        : new Lost();
}
