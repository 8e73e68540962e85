using System.Text;
using OutreachBot.Flows.Costing;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Tests.Loading;

public sealed class PricesFileTests
{
    private const string Good = "country: BO, channel: sms, unit: segment, price: 0.125, currency: USD, source: \"https://example.org\", checked_on: 2026-11-24";

    [Fact]
    public void A_price_is_read_and_paid_by_its_unit()
    {
        var (prices, faults) = PricesFile.Read(Rows(Good, Good.Replace("sms", "whatsapp", StringComparison.Ordinal).Replace("segment", "message", StringComparison.Ordinal)));

        Assert.Empty(faults);
        Assert.Equal([ChannelKind.Sms, ChannelKind.WhatsApp], prices.Select(p => p.Channel));
        Assert.Equal([0.5m, 0.25m], prices.Select(p => new Bill(Messages: 2, Segments: 4).At(p)));
        Assert.Equal(("BO", "USD", "https://example.org", new DateOnly(2026, 11, 24)), (prices[0].Country, prices[0].Currency, prices[0].Source, prices[0].CheckedOn));
    }

    [Theory]
    [InlineData("country: BO", "country: PE", "bad_value", "Known here: BO, GT.")]
    [InlineData("channel: sms", "channel: sns", "bad_value", "Did you mean 'sms'?")]
    [InlineData("unit: segment", "unit: part", "bad_value", "Known here: segment, message.")]
    [InlineData("channel: sms", "channel: whatsapp", "bad_value", "Write `unit: message`.")]
    [InlineData("price: 0.125", "price: \"0,125\"", "bad_value", "with a point")]
    [InlineData("price: 0.125", "price: -1", "bad_value", "no sign")]
    [InlineData("price: 0.125", "prise: 0.125", "missing_key", "Add `price: 0.05`.")]
    [InlineData("currency: USD", "currency: $", "bad_value", "three capitals")]
    [InlineData("source: \"https://example.org\"", "source: \" \"", "bad_value", "where the figure stands")]
    [InlineData("checked_on: 2026-11-24", "checked_on: yesterday", "bad_value", "checked_on: 2026-11-24")]
    public void A_bad_row_is_told_with_its_line_and_the_mend(string from, string to, string code, string mend)
    {
        var (prices, faults) = PricesFile.Read(Rows(Good.Replace("BO", "GT", StringComparison.Ordinal), Good.Replace(from, to, StringComparison.Ordinal)));

        var fault = faults.First(f => f.Code == code);
        Assert.Equal(("flows/shared/prices.yaml", 3), (fault.Spot.File, fault.Spot.Line));
        Assert.Contains(mend, fault.Mend, StringComparison.Ordinal);
        Assert.Equal(["GT"], prices.Select(p => p.Country));
    }

    [Theory]
    [InlineData("- a\n- b", "bad_shape")]
    [InlineData("prices: 3", "bad_shape")]
    [InlineData("prices: [3]", "bad_shape")]
    [InlineData("price: []", "unknown_key")]
    [InlineData("", "empty_file")]
    [InlineData("prices: [", "bad_yaml")]
    public void A_file_of_another_shape_is_told_too(string yaml, string code) =>
        Assert.Contains(PricesFile.Read(yaml).Faults, f => f.Code == code);

    [Fact]
    public void A_second_price_for_a_country_and_channel_names_the_first()
    {
        var fault = Assert.Single(PricesFile.Read(Rows(Good, Good)).Faults);

        Assert.Equal(("duplicate_price", 3), (fault.Code, fault.Spot.Line));
        Assert.Contains("first in line 2", fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_price_file_never_stops_the_line()
    {
        var loaded = FlowBookLoader.Load(SmallFlows.Files((PricesFile.RelativePath, "prices: [")));

        Assert.NotNull(loaded.Book);
        Assert.DoesNotContain(loaded.Diagnostics, d => d.Severity == Severity.Error);
    }

    [Fact]
    public void The_file_that_ships_has_no_fault() => Assert.Empty(PricesFile.Load(Repository.Flows).Faults);

    private static string Rows(params string[] rows) =>
        rows.Aggregate(new StringBuilder("prices:\n"), (text, row) => text.Append("  - {").Append(row).Append("}\n")).ToString();
}
