using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Definitions;

/// <summary>What a provider counts.</summary>
public enum PriceUnit
{
    /// <summary>A part of a short message, as the network bills it.</summary>
    Segment,

    /// <summary>A whole message, however long.</summary>
    Message,
}

/// <summary>What sending costs in a country, from <c>flows/shared/prices.yaml</c>.</summary>
/// <param name="Country"><c>BO</c> or <c>GT</c>.</param>
/// <param name="Amount">For one unit, in the currency's main unit; not negative.</param>
/// <param name="Currency">ISO 4217, three capitals.</param>
/// <param name="Source">Where the figure stands: an address, a contract, an invoice.</param>
/// <param name="CheckedOn">The day on which somebody saw it there.</param>
public sealed record Price(
    string Country, ChannelKind Channel, PriceUnit Unit, decimal Amount, string Currency, string Source, DateOnly CheckedOn, SourceSpot Spot);
