using System.Globalization;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Loading;

/// <summary>Reads <c>shared/hotlines.yaml</c>.</summary>
internal sealed class HotlinesReader(DiagnosticSink sink)
{
    public IReadOnlyList<Hotline> Read(YamlNode root)
    {
        var hotlines = new List<Hotline>();
        if (root is not YamlMap map)
        {
            sink.Error("bad_shape", root.Spot, $"The hotlines are a mapping, not {root.Shape}", "Begin with `hotlines:`.");
            return hotlines;
        }
        var reader = new MapReader(map, "the hotlines", sink);
        var lines = reader.Take("hotlines");
        reader.Finish();
        foreach (var node in (lines as YamlList)?.Items ?? [])
        {
            if (node is YamlMap line)
            {
                if (ReadLine(line) is { } hotline)
                {
                    hotlines.Add(hotline);
                }
            }
            else
            {
                sink.Error("bad_shape", node.Spot, $"A hotline is a mapping, not {node.Shape}", "Write `- {country: GT, number: \"110\", …}`.");
            }
        }
        if (lines is not (null or YamlList))
        {
            sink.Error("bad_shape", lines.Spot, "The hotlines are a list", "Begin each with `- `.");
        }
        return hotlines;
    }

    private Hotline? ReadLine(YamlMap line)
    {
        var reader = new MapReader(line, "a hotline", sink);
        var country = reader.RequireScalar("country", "BO");
        var number = reader.RequireScalar("number", "\"110\"");
        var name = reader.RequireScalar("name", "short name");
        var what = reader.TakeText("for") ?? "";
        var emergency = reader.TakeFlag("emergency");
        var hours = reader.TakeText("hours") ?? "";
        var source = reader.RequireScalar("source", "where it is published");
        var checkedOn = reader.RequireScalar("checked_on", "2026-11-24");
        var status = reader.RequireScalar("status", "unverified");
        reader.Finish();
        if (status is not (null or { Text: "verified" or "unverified" }))
        {
            sink.Error("bad_value", status.Spot, $"A hotline is verified or unverified, not '{status.Text}'", "Write `status: unverified` unless somebody has checked it.");
        }
        if (country is not (null or { Text: "BO" or "GT" }))
        {
            sink.Error("bad_value", country.Spot, $"'{country.Text}' is no country of the line", "Write BO or GT.");
        }
        var day = default(DateOnly);
        if (checkedOn is not null && !DateOnly.TryParseExact(checkedOn.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            sink.Error("bad_value", checkedOn.Spot, $"'{checkedOn.Text}' is no day", "Write `checked_on: 2026-11-24`.");
        }
        return country is null || number is null || name is null
            ? null
            : new Hotline(country.Text, number.Text, name.Text, what, emergency, source?.Text ?? "", day, status?.Text == "verified", line.Spot) { Hours = hours };
    }
}
