using System.Text.RegularExpressions;
using OutreachBot.Addresses;
using OutreachBot.Conversations;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;
using OutreachBot.Privacy;

namespace OutreachBot.Tests.Journeys;

/// <summary>Somebody with a phone: what she writes, and what stands on her screen.</summary>
internal sealed partial class Person(TestLine line, Address phone)
{
    private readonly List<string> _screen = [];
    private readonly List<string> _unasked = [];

    public Address Phone => phone;

    /// <summary>Everything she was ever shown, answers and what came unasked, in its order.</summary>
    public IReadOnlyList<string> Screen => _screen;

    /// <summary>What came without her writing.</summary>
    public IReadOnlyList<string> Unasked => _unasked;

    /// <summary>The last thing on her screen.</summary>
    public string Reads => _screen.Count == 0 ? "" : _screen[^1];

    /// <summary>The code of the last alert that came to her.</summary>
    public string Alert => _unasked.Select(m => AlertPattern().Match(m)).Last(m => m.Success).Value;

    /// <summary>The code of her receipt.</summary>
    public string Receipt => _screen.Select(m => ReceiptPattern().Match(m)).Last(m => m.Success).Groups["code"].Value;

    /// <returns>The answer, its messages one below the other.</returns>
    public Task<string> SaysAsync(string text) => SendAsync(text, [], null);

    /// <summary>Writes one message after the other.</summary>
    /// <returns>The last answer.</returns>
    public async Task<string> SaysAsync(params string[] texts)
    {
        var answer = "";
        foreach (var text in texts)
        {
            answer = await SaysAsync(text);
        }
        return answer;
    }

    /// <summary>Writes one message that comes in twice: the provider delivers again what it isn't sure of.</summary>
    /// <returns>Both answers.</returns>
    public async Task<(string First, string Again)> SaysTwiceAsync(string text)
    {
        var id = RandomId.Draw().ToString();
        return (await SendAsync(text, [], null, id), await SendAsync(text, [], null, id));
    }

    /// <summary>Writes a message that the provider delivers again later.</summary>
    /// <returns>Delivers it again, and gives what is answered then.</returns>
    public async Task<Func<Task<string>>> SaysLaterAgainAsync(string text)
    {
        var id = RandomId.Draw().ToString();
        await SendAsync(text, [], null, id);
        return () => SendAsync(text, [], null, id);
    }

    public Task<string> SendsPinAsync(double latitude, double longitude) => SendAsync("", [], new Pin(latitude, longitude));

    public Task<string> SendsVoiceAsync() => SendAsync("", [new Attachment(AttachmentKind.Voice, "test:voice")], null);

    /// <summary>Answers the last alert by its code.</summary>
    public Task<string> AnswersAsync(string answer) => SaysAsync($"{answer} {Alert}");

    /// <summary>Tells a case from the first word to the receipt, and declines everything asked after it.</summary>
    public async Task<string> ReportsAsync(string place, string story, string keepAway = "1")
    {
        await SaysAsync("hola", "3", "2", "2", place, story, keepAway);
        var answer = await SaysAsync("1");
        await SaysAsync("2", "0", "0");
        return answer;
    }

    internal void Receive(string text)
    {
        _screen.Add(text);
        _unasked.Add(text);
    }

    /// <summary>The four digits she has chosen, or will choose; null: she, or whoever has her phone, gives none.</summary>
    public string? Digits { get; set; } = "4826";

    private async Task<string> SendAsync(string text, IReadOnlyList<Attachment> attachments, Pin? pin, string? id = null)
    {
        var reply = await line.HandleAsync(new InboundMessage(
            phone, ChannelKind.Sms, id ?? RandomId.Draw().ToString(), text, attachments, pin, Choice: null, CarrierWord.None, line.Now, SentAt: null));
        var answer = string.Join('\n', reply.Says.Select(s => s.Text));
        if (answer.Length > 0)
        {
            _screen.Add(answer);
        }
        return Digits is { } digits && AskedForDigits(answer) is { } times
            ? await SendAsync(string.Join(' ', Enumerable.Repeat(digits, times)), [], null)
            : answer;
    }

    private static int? AskedForDigits(string answer) =>
        answer.StartsWith("Elija 4 numeros", StringComparison.Ordinal) ? 2
        : answer.Contains("scriba sus 4 numeros. Si", StringComparison.Ordinal) && !answer.StartsWith("Esos", StringComparison.Ordinal) ? 1
        : null;

    [GeneratedRegex("[CDFGHJKLMNPRTVWX]{2}[2-9]{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AlertPattern();

    [GeneratedRegex(@"c[oó]digo es (?<code>\d{3}-\d{3}-\d{4})\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReceiptPattern();
}
