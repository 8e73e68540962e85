using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Loading;

/// <summary>Reads <c>remembers:</c>.</summary>
internal sealed class RememberedReader(DiagnosticSink sink)
{
    private static readonly Dictionary<string, ValueKind> Kinds = new(StringComparer.Ordinal)
    {
        ["text"] = ValueKind.Text,
        ["story"] = ValueKind.Story,
        ["number"] = ValueKind.Number,
        ["place"] = ValueKind.Place,
        ["when"] = ValueKind.When,
        ["code"] = ValueKind.Code,
        ["choice"] = ValueKind.Choice,
        ["flag"] = ValueKind.Flag,
        ["language"] = ValueKind.Language,
    };

    private static readonly Dictionary<string, Privacy> Marks = new(StringComparer.Ordinal)
    {
        ["open"] = Privacy.Open,
        ["routing"] = Privacy.Routing,
        ["sealed"] = Privacy.Sealed,
    };

    private static readonly string[] Signs = ["minor", "dated", "held"];

    public IReadOnlyDictionary<string, RememberedValue> Read(YamlMap? map)
    {
        var values = new Dictionary<string, RememberedValue>(StringComparer.Ordinal);
        foreach (var (name, node) in map?.Entries ?? [])
        {
            if (node is not YamlMap line)
            {
                sink.Error("bad_shape", node.Spot, $"'{name.Text}' says its kind and privacy", "Write `{kind: text, privacy: open}`.");
                continue;
            }
            values[name.Text] = ReadValue(name, line);
        }
        CheckSigns(values);
        return values;
    }

    private RememberedValue ReadValue(YamlScalar name, YamlMap line)
    {
        var reader = new MapReader(line, $"remembered value '{name.Text}'", sink);
        var kind = Choose(reader.RequireScalar("kind", "text"), Kinds, ValueKind.Text);
        // Unknown is taken for the most private: a misspelt mark must not open anything.
        var privacy = Choose(reader.RequireScalar("privacy", "sealed"), Marks, Privacy.Sealed);
        var sign = reader.TakeScalar("sign");
        if (sign is not null && !Signs.Contains(sign.Text))
        {
            sink.Error("bad_value", sign.Spot, $"There is no sign '{sign.Text}'", Nearest.Mend(sign.Text, Signs));
        }
        var of = reader.TakeScalar("of");
        var initially = reader.TakeText("initially");
        reader.Finish();
        return new RememberedValue(name.Text, kind, privacy, sign?.Text, of?.Text, initially, name.Spot);
    }

    private T Choose<T>(YamlScalar? scalar, Dictionary<string, T> known, T otherwise)
    {
        if (scalar is null)
        {
            return otherwise;
        }
        if (known.TryGetValue(scalar.Text, out var value))
        {
            return value;
        }
        sink.Error("bad_value", scalar.Spot, $"'{scalar.Text}' is not known here", Nearest.Mend(scalar.Text, known.Keys));
        return otherwise;
    }

    private void CheckSigns(Dictionary<string, RememberedValue> values)
    {
        foreach (var value in values.Values.Where(v => v.Sign is not null || v.Of is not null))
        {
            if (value.Sign is null || value.Of is null || value.Kind != ValueKind.Flag)
            {
                sink.Error("bad_sign", value.Spot, $"'{value.Name}' is half a sign", "Write `{kind: flag, privacy: routing, sign: minor, of: what}`.");
            }
            else if (!values.TryGetValue(value.Of, out var text) || text.Kind is not (ValueKind.Story or ValueKind.Text))
            {
                sink.Error("unknown_value", value.Spot, $"'{value.Of}' is no story of this flow", "Name in `of` the remembered story that the sign is read from.");
            }
        }
    }
}
