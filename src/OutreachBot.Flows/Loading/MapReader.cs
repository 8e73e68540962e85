using System.Globalization;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Loading;

/// <summary>Takes the known keys out of a mapping; what is left over was misspelt.</summary>
internal sealed class MapReader
{
    private readonly Dictionary<string, KeyValuePair<YamlScalar, YamlNode>> _left = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];
    private readonly string _what;
    private readonly DiagnosticSink _sink;

    /// <param name="what">What the mapping is, with its article: <c>a state</c>.</param>
    public MapReader(YamlMap map, string what, DiagnosticSink sink)
    {
        _what = what;
        _sink = sink;
        Spot = map.Spot;
        foreach (var entry in map.Entries)
        {
            _left[entry.Key.Text] = entry;
        }
    }

    public SourceSpot Spot { get; }

    public bool Has(string key) => _left.ContainsKey(key);

    /// <summary>The key's own spot, or the mapping's where it is absent.</summary>
    public SourceSpot SpotOf(string key) => _left.TryGetValue(key, out var entry) ? entry.Key.Spot : Spot;

    public YamlNode? Take(string key)
    {
        _known.Add(key);
        return _left.Remove(key, out var entry) ? entry.Value : null;
    }

    public YamlScalar? TakeScalar(string key)
    {
        switch (Take(key))
        {
            case null:
                return null;
            case YamlScalar scalar:
                return scalar;
            case { } other:
                _sink.Error("bad_shape", other.Spot, $"'{key}' is one value, not {other.Shape}", $"Write `{key}: value`.");
                return null;
        }
    }

    public YamlScalar? RequireScalar(string key, string example)
    {
        if (!Has(key))
        {
            Take(key);
            _sink.Error("missing_key", Spot, $"'{key}' is missing in {_what}", $"Add `{key}: {example}`.");
            return null;
        }
        return TakeScalar(key);
    }

    public string? TakeText(string key) => TakeScalar(key)?.Text;

    public YamlMap? TakeMap(string key)
    {
        switch (Take(key))
        {
            case null:
                return null;
            case YamlMap map:
                return map;
            case { } other:
                _sink.Error("bad_shape", other.Spot, $"'{key}' is a mapping, not {other.Shape}", $"Write `{key}:` and the entries below it, indented.");
                return null;
        }
    }

    /// <summary>One value or a list of values.</summary>
    public IReadOnlyList<YamlScalar> TakeScalars(string key)
    {
        var node = Take(key);
        switch (node)
        {
            case null:
                return [];
            case YamlScalar one:
                return [one];
            case YamlList list:
                var scalars = new List<YamlScalar>(list.Items.Count);
                foreach (var item in list.Items)
                {
                    if (item is YamlScalar scalar)
                    {
                        scalars.Add(scalar);
                    }
                    else
                    {
                        _sink.Error("bad_shape", item.Spot, $"'{key}' lists values, not {item.Shape}", $"Write `{key}: [one, two]`.");
                    }
                }
                return scalars;
            default:
                _sink.Error("bad_shape", node.Spot, $"'{key}' is a value or a list of values, not {node.Shape}", $"Write `{key}: [one, two]`.");
                return [];
        }
    }

    public bool TakeFlag(string key)
    {
        if (TakeScalar(key) is not { } scalar)
        {
            return false;
        }
        if (scalar.Text is "true" or "yes")
        {
            return true;
        }
        if (scalar.Text is not ("false" or "no"))
        {
            _sink.Error("bad_value", scalar.Spot, $"'{key}' is true or false, not '{scalar.Text}'", $"Write `{key}: true`, or leave it out.");
        }
        return false;
    }

    public int? TakeNumber(string key)
    {
        if (TakeScalar(key) is not { } scalar)
        {
            return null;
        }
        if (int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }
        _sink.Error("bad_value", scalar.Spot, $"'{key}' is a whole number, not '{scalar.Text}'", $"Write `{key}: 10`.");
        return null;
    }

    /// <summary>Reports what nobody took.</summary>
    public void Finish()
    {
        foreach (var (key, _) in _left.Values)
        {
            _sink.Error("unknown_key", key.Spot, $"'{key.Text}' is no key of {_what}", Nearest.Mend(key.Text, _known));
        }
    }
}
