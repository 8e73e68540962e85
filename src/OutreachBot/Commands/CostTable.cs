using System.Globalization;
using OutreachBot.Flows.Costing;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Commands;

/// <summary>Rows of <c>flows cost</c>, for machines and for people. A language is priced in the countries where it is spoken.</summary>
internal sealed class CostTable(IReadOnlyList<Price> prices)
{
    private const string Unpriced = "no sourced price";

    public IReadOnlyList<Price> Prices => prices;

    public object Data(FlowCost cost) => new
    {
        cost.Flow,
        Language = cost.Language.ToString(),
        Channel = Name(cost.Channel),
        cost.Prompts,
        OwnWords = cost.Own,
        cost.Typical.Messages,
        Segments = Segments(cost.Typical, cost.Channel),
        SegmentsLongest = Segments(cost.Longest, cost.Channel),
        Prices = Priced(cost.Language, cost.Channel, cost.Typical, cost.Longest),
    };

    public object Data(WayCost cost) => new
    {
        cost.Flow,
        Language = cost.Language.ToString(),
        Channel = Name(cost.Channel),
        cost.Transcript,
        cost.Received,
        cost.Sent.Messages,
        Segments = Segments(cost.Sent, cost.Channel),
        Prices = Priced(cost.Language, cost.Channel, cost.Sent, longest: null),
    };

    public string[] Cells(FlowCost cost) =>
    [
        cost.Flow, cost.Language.ToString(), Name(cost.Channel), Number(cost.Prompts), Number(cost.Own), Number(cost.Typical.Messages),
        Span(Segments(cost.Typical, cost.Channel), Segments(cost.Longest, cost.Channel)),
        Amounts(cost.Language, cost.Channel, cost.Typical, cost.Longest),
    ];

    public string[] Cells(WayCost cost) =>
    [
        cost.Flow, cost.Language.ToString(), Name(cost.Channel), Number(cost.Received), Number(cost.Sent.Messages),
        Span(Segments(cost.Sent, cost.Channel), null), Amounts(cost.Language, cost.Channel, cost.Sent, cost.Sent),
    ];

    /// <summary>Columns of one width each; two spaces between.</summary>
    public static IEnumerable<string> Align(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length)).ToArray();
        return rows.Select(r => string.Join("  ", r.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
    }

    public static string Name(ChannelKind channel) => channel.ToString().ToLowerInvariant();

    public static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static int? Segments(Bill bill, ChannelKind channel) => channel == ChannelKind.Sms ? bill.Segments : null;

    private static string Span(int? typical, int? longest) =>
        typical is not { } from ? "-" : longest is { } to && to != from ? $"{from}-{to}" : Number(from);

    private List<object> Priced(LanguageTag language, ChannelKind channel, Bill typical, Bill? longest) =>
    [
        .. LanguagePriors.HomesOf(language).Select(country => Find(country, channel) is { } price
            ? new { country, Amount = (decimal?)typical.At(price), AmountLongest = longest?.At(price), price.Currency, price.Source, CheckedOn = $"{price.CheckedOn:yyyy-MM-dd}" }
            : (object)new { country, Amount = (decimal?)null, Note = Unpriced }),
    ];

    private string Amounts(LanguageTag language, ChannelKind channel, Bill typical, Bill longest)
    {
        var known = LanguagePriors.HomesOf(language).Select(country => (Country: country, Price: Find(country, channel))).ToList();
        return known.TrueForAll(k => k.Price is null)
            ? Unpriced
            : string.Join("; ", known.Select(k => k.Country + " " + (k.Price is { } price ? Amount(typical.At(price), longest.At(price), price.Currency) : Unpriced)));
    }

    private static string Amount(decimal typical, decimal longest, string currency) =>
        (typical == longest ? Number(typical) : $"{Number(typical)}-{Number(longest)}") + " " + currency;

    private Price? Find(string country, ChannelKind channel) => prices.FirstOrDefault(p => p.Country == country && p.Channel == channel);
}
