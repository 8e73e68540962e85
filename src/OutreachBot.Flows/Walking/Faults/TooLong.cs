using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Walking.Faults;

/// <summary><c>too_long</c>: a message of more than two SMS as it is put together, a letter that SMS can't carry in GSM-7, or a button or list beyond what WhatsApp shows.</summary>
internal sealed class TooLong : ITurnFault
{
    private const int MostSegments = 2;
    private const int MostButtons = 3;
    private const int LongestButton = 20;
    private const int MostRows = 10;

    /// <summary>A row has 24 letters of title and 72 of description; what is too long for the one goes into the other.</summary>
    private const int LongestRow = 72;

    public IEnumerable<Finding> Look(WalkedTurn turn) =>
        turn.Passage.Says.SelectMany(h => turn.World.Channel == ChannelKind.Sms ? OnSms(turn, h) : OnWhatsApp(turn, h));

    private static IEnumerable<Finding> OnSms(WalkedTurn turn, Spoken heard)
    {
        var measure = SmsText.Measure(heard.Say.Text);
        var prompt = heard.Say.Prompts[0];
        if (measure.Segments > MostSegments)
        {
            yield return turn.Fault("too_long", turn.SaidAt(prompt), $"'{prompt}' is {measure.Segments} SMS in {turn.World.Language} with long values", $"Cut it to {MostSegments}, better to one.");
        }
        if (measure.Encoding == SmsEncoding.Ucs2 && SmsText.FirstNonGsm(heard.Say.Text) is { } odd)
        {
            yield return turn.Fault("too_long", turn.SaidAt(prompt), $"'{prompt}' has '{odd.Character}', which SMS can't carry in GSM-7", "Write it in other letters: one such letter cuts a message from 160 to 70.");
        }
    }

    /// <remarks>Places to choose from are the engine's, and shown as text.</remarks>
    private static IEnumerable<Finding> OnWhatsApp(WalkedTurn turn, Spoken heard)
    {
        var prompt = heard.Say.Prompts[^1];
        if (heard.Say.Options.Count == 0 || prompt.StartsWith("shared.", StringComparison.Ordinal))
        {
            yield break;
        }
        if (heard.Say.Options.Count > MostRows)
        {
            yield return turn.Fault("too_long", turn.SaidAt(prompt), $"'{prompt}' offers {heard.Say.Options.Count} things", $"A WhatsApp list shows {MostRows}.");
        }
        var most = heard.Say.Options.Count <= MostButtons ? LongestButton : LongestRow;
        foreach (var label in heard.Say.Options.Where(l => l.Length > most))
        {
            yield return turn.Fault("too_long", turn.WordsOf(prompt).Pick(turn.World.Level)?.Prompt.Spot ?? turn.SaidAt(prompt), $"'{label}' of '{prompt}' is longer than {most} letters", "WhatsApp cuts it: shorten the label.");
        }
    }
}
