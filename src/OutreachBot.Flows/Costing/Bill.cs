using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Costing;

/// <summary>What providers count of what is sent.</summary>
/// <param name="Segments">Parts of short messages; 0 on WhatsApp, which has none.</param>
public readonly record struct Bill(int Messages, int Segments)
{
    /// <summary>What the provider carries in one message; longer texts are cut.</summary>
    private const int LongestMessage = 1_600;

    /// <summary>One text, as it goes out.</summary>
    public static Bill Of(string text, ChannelKind channel)
    {
        ArgumentNullException.ThrowIfNull(text);
        var messages = Math.Max(1, (text.Length + LongestMessage - 1) / LongestMessage);
        return new Bill(messages, channel == ChannelKind.Sms ? SmsText.Measure(text).Segments : 0);
    }

    /// <summary>What is paid for it, in the price's currency.</summary>
    public decimal At(Price price)
    {
        ArgumentNullException.ThrowIfNull(price);
        return price.Amount * (price.Unit == PriceUnit.Segment ? Segments : Messages);
    }

    public static Bill operator +(Bill one, Bill other) => new(one.Messages + other.Messages, one.Segments + other.Segments);

    /// <summary>The larger of each figure.</summary>
    public static Bill Most(Bill one, Bill other) => new(Math.Max(one.Messages, other.Messages), Math.Max(one.Segments, other.Segments));

    public static Bill Sum(IEnumerable<Bill> bills) => bills.Aggregate(default(Bill), (sum, bill) => sum + bill);
}
