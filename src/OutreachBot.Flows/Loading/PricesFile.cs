using System.Globalization;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Loading;

/// <summary>Reads <c>shared/prices.yaml</c>. No conversation needs it: a fault in it stops <c>flows cost</c> and the lint, never the line.</summary>
public sealed class PricesFile
{
    /// <summary>Below the flows folder.</summary>
    public const string RelativePath = "shared/prices.yaml";

    private static readonly string[] Countries = ["BO", "GT"];

    private static readonly Dictionary<string, ChannelKind> Channels =
        Enum.GetValues<ChannelKind>().ToDictionary(c => c.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly Dictionary<string, PriceUnit> Units =
        Enum.GetValues<PriceUnit>().ToDictionary(u => u.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private readonly DiagnosticSink _sink;
    private readonly Dictionary<(string Country, ChannelKind Channel), Price> _prices = [];

    private PricesFile(DiagnosticSink sink) => _sink = sink;

    /// <summary>The prices beside the flows; none where there is no such file.</summary>
    /// <returns>All that could be read, and what is wrong with the rest.</returns>
    public static (IReadOnlyList<Price> Prices, IReadOnlyList<Diagnostic> Faults) Load(string flowsDirectory)
    {
        var sink = new DiagnosticSink();
        return FlowFiles.FromFolder(flowsDirectory, sink).GetValueOrDefault(RelativePath) is { } bytes
            && FlowFiles.Decode(RelativePath, bytes, sink) is { } text
            ? Read(text, sink)
            : ([], sink.Found);
    }

    /// <summary>Reads the file's text.</summary>
    public static (IReadOnlyList<Price> Prices, IReadOnlyList<Diagnostic> Faults) Read(string yaml) => Read(yaml, new DiagnosticSink());

    private static (IReadOnlyList<Price> Prices, IReadOnlyList<Diagnostic> Faults) Read(string yaml, DiagnosticSink sink)
    {
        var file = new PricesFile(sink);
        if (YamlReader.Read(FlowFiles.ShownAs(RelativePath), yaml, sink) is { } root)
        {
            file.ReadAll(root);
        }
        return ([.. file._prices.Values], sink.Found);
    }

    private void ReadAll(YamlNode root)
    {
        if (root is not YamlMap map)
        {
            _sink.Error("bad_shape", root.Spot, $"The prices are a mapping, not {root.Shape}", "Begin with `prices:`.");
            return;
        }
        var reader = new MapReader(map, "the prices", _sink);
        var rows = reader.Take("prices");
        reader.Finish();
        if (rows is not (null or YamlList))
        {
            _sink.Error("bad_shape", rows.Spot, "The prices are a list", "Begin each with `- `; write `prices: []` while none is known.");
        }
        foreach (var node in (rows as YamlList)?.Items ?? [])
        {
            if (node is not YamlMap row)
            {
                _sink.Error("bad_shape", node.Spot, $"A price is a mapping, not {node.Shape}", "Write `- {country: BO, channel: sms, …}`.");
            }
            else if (ReadRow(row) is { } price)
            {
                Add(price);
            }
        }
    }

    private void Add(Price price)
    {
        if (!_prices.TryAdd((price.Country, price.Channel), price))
        {
            var first = _prices[(price.Country, price.Channel)].Spot.Line;
            _sink.Error("duplicate_price", price.Spot, $"{price.Country} has a second price for {price.Channel.ToString().ToLowerInvariant()} (first in line {first})", "Keep the one you pay.");
        }
    }

    private Price? ReadRow(YamlMap row)
    {
        var reader = new MapReader(row, "a price", _sink);
        var country = OneOf(reader.RequireScalar("country", "BO"), Countries.ToDictionary(c => c, StringComparer.Ordinal), "country of the line");
        var channel = OneOf(reader.RequireScalar("channel", "sms"), Channels, "channel of the line");
        var unitText = reader.RequireScalar("unit", "segment");
        var unit = OneOf(unitText, Units, "unit that is billed");
        var amount = Amount(reader.RequireScalar("price", "0.05"));
        var currency = Currency(reader.RequireScalar("currency", "USD"));
        var source = Filled(reader.RequireScalar("source", "\"https://…\""));
        var day = Day(reader.RequireScalar("checked_on", "2026-11-24"));
        reader.Finish();
        if (channel?.Value == ChannelKind.WhatsApp && unit?.Value == PriceUnit.Segment)
        {
            _sink.Error("bad_value", unitText!.Spot, "WhatsApp has no segments", "Write `unit: message`.");
            return null;
        }
        return country is { } c && channel is { } ch && unit is { } u && amount is { } a && currency is not null && source is not null && day is { } d
            ? new Price(c.Value, ch.Value, u.Value, a, currency, source, d, row.Spot)
            : null;
    }

    private Known<T>? OneOf<T>(YamlScalar? scalar, IReadOnlyDictionary<string, T> known, string what)
    {
        if (scalar is null)
        {
            return null;
        }
        if (known.TryGetValue(scalar.Text, out var value))
        {
            return new Known<T>(value);
        }
        _sink.Error("bad_value", scalar.Spot, $"'{scalar.Text}' is no {what}", Nearest.Mend(scalar.Text, [.. known.Keys]));
        return null;
    }

    private decimal? Amount(YamlScalar? scalar)
    {
        if (scalar is null)
        {
            return null;
        }
        if (decimal.TryParse(scalar.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            return amount;
        }
        _sink.Error("bad_value", scalar.Spot, $"'{scalar.Text}' is no price", "Write the amount for one unit with a point and no sign: `price: 0.05`.");
        return null;
    }

    private string? Currency(YamlScalar? scalar)
    {
        if (scalar is null or { Text: [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z'] })
        {
            return scalar?.Text;
        }
        _sink.Error("bad_value", scalar.Spot, $"'{scalar.Text}' is no currency", "Write its three capitals: `currency: USD`.");
        return null;
    }

    private string? Filled(YamlScalar? scalar)
    {
        if (scalar is null || !string.IsNullOrWhiteSpace(scalar.Text))
        {
            return scalar?.Text;
        }
        _sink.Error("bad_value", scalar.Spot, "A price without a source counts for nothing", "Write where the figure stands, or take the price out.");
        return null;
    }

    private DateOnly? Day(YamlScalar? scalar)
    {
        if (scalar is null)
        {
            return null;
        }
        if (DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }
        _sink.Error("bad_value", scalar.Spot, $"'{scalar.Text}' is no day", "Write `checked_on: 2026-11-24`.");
        return null;
    }

    /// <summary>A value of a closed set; nullable whether it is a class or an enum.</summary>
    private readonly record struct Known<T>(T Value);
}
