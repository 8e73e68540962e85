using System.Globalization;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Loading;

/// <summary>Reads a language file: the words of a flow, or of the engine itself.</summary>
internal sealed class WordsReader(List<Reference> all, DiagnosticSink sink)
{
    private static readonly System.Buffers.SearchValues<char> SoundNames = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    private static readonly Dictionary<string, ReviewStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["draft"] = ReviewStatus.Draft,
        ["translated"] = ReviewStatus.Translated,
        ["community_reviewed"] = ReviewStatus.CommunityReviewed,
        ["approved"] = ReviewStatus.Approved,
    };

    /// <param name="flow">The folder's name.</param>
    /// <param name="mayShape">Whether the file may bring states of its own: a flow's may, the shared one not.</param>
    public LanguageLayer? Read(string flow, LanguageTag language, YamlNode root, bool mayShape)
    {
        if (root is not YamlMap map)
        {
            sink.Error("bad_shape", root.Spot, $"A language file is a mapping, not {root.Shape}", "Begin with `language: es`.");
            return null;
        }
        var reader = new MapReader(map, "a language file", sink);
        if (reader.RequireScalar("language", language.ToString()) is { } tag && tag.Text != language.ToString())
        {
            sink.Error("wrong_name", tag.Spot, $"The file is for '{language}' and says '{tag.Text}'", $"Write `language: {language}`, or rename the file.");
        }
        var prompts = ReadPrompts(reader.TakeMap("prompts"));
        string? first = null;
        IReadOnlyDictionary<string, StateDefinition> states = new Dictionary<string, StateDefinition>(StringComparer.Ordinal);
        if (mayShape)
        {
            var references = new References(flow, language, all);
            if (reader.TakeScalar("first") is { } start)
            {
                references.State(start);
                first = start.Text;
            }
            states = new FlowShapeReader(all, sink).ReadStates(reader.TakeMap("states"), references);
        }
        reader.Finish();
        return new LanguageLayer(language, first, prompts, states, root.Spot);
    }

    private Dictionary<string, Prompt> ReadPrompts(YamlMap? map)
    {
        var prompts = new Dictionary<string, Prompt>(StringComparer.Ordinal);
        foreach (var (name, node) in map?.Entries ?? [])
        {
            if (ReadPrompt(name, node) is { } prompt)
            {
                prompts[name.Text] = prompt;
            }
        }
        return prompts;
    }

    private Prompt? ReadPrompt(YamlScalar name, YamlNode node)
    {
        if (node is YamlScalar bare)
        {
            // The short form; what nobody has marked is a draft.
            return CheckText(bare) ? Plain(name, bare.Text) : null;
        }
        if (node is not YamlMap map)
        {
            sink.Error("bad_shape", node.Spot, $"Prompt '{name.Text}' is a text or a mapping, not {node.Shape}", "Write `{text: \"…\", status: draft}`.");
            return null;
        }
        var reader = new MapReader(map, $"prompt '{name.Text}'", sink);
        var text = reader.RequireScalar("text", "\"…\"");
        var hint = reader.TakeScalar("hint");
        var whatsApp = reader.TakeScalar("whatsapp");
        var prompt = Plain(name, text?.Text ?? "") with
        {
            Hint = hint?.Text,
            WhatsAppText = whatsApp?.Text,
            Options = ReadOptions(reader.TakeMap("options")),
            Also = ReadAlso(reader.TakeMap("also")),
            Audio = ReadAudio(reader),
            SayFirst = reader.TakeFlag("say_first"),
            Status = ReadStatus(reader),
            Source = ReadSource(reader),
            From = reader.TakeText("from"),
            Review = ReadReview(reader),
            ClaimsTold = ReadClaims(reader),
        };
        reader.Finish();
        return text is not null && CheckText(text) ? prompt : null;
    }

    private static Prompt Plain(YamlScalar name, string text) => new(
        name.Text, text, null, null,
        new Dictionary<string, string>(StringComparer.Ordinal),
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal),
        null, ReviewStatus.Draft, null, name.Spot);

    private bool CheckText(YamlScalar text)
    {
        if (string.IsNullOrWhiteSpace(text.Text))
        {
            sink.Error("empty_text", text.Spot, "There are no words here", "Write them in quotes.");
            return false;
        }
        return true;
    }

    private ReviewStatus ReadStatus(MapReader reader)
    {
        if (reader.TakeScalar("status") is not { } scalar)
        {
            return ReviewStatus.Draft;
        }
        if (!Statuses.TryGetValue(scalar.Text, out var status))
        {
            sink.Error("bad_value", scalar.Spot, $"There is no status '{scalar.Text}'", Nearest.Mend(scalar.Text, Statuses.Keys));
        }
        return status;
    }

    private string? ReadSource(MapReader reader)
    {
        if (reader.TakeScalar("source") is not { } scalar)
        {
            return null;
        }
        if (!SourceHash.IsOne(scalar.Text))
        {
            sink.Error("bad_value", scalar.Spot, $"'source' is the hash of the Spanish, {SourceHash.Length} hex digits", "Write where the words come from as `from:`; `flows lint` says the hash.");
            return null;
        }
        return scalar.Text;
    }

    private Review? ReadReview(MapReader reader)
    {
        var spot = reader.SpotOf("reviewed_by");
        var by = reader.TakeScalar("reviewed_by");
        var on = reader.TakeScalar("reviewed_on");
        if (by is null && on is null)
        {
            return null;
        }
        if (by is null || on is null || string.IsNullOrWhiteSpace(by.Text))
        {
            sink.Error("missing_key", by?.Spot ?? on?.Spot ?? spot, "A review has a name and a day", "Write `reviewed_by: Name` and `reviewed_on: 2026-11-24`.");
            return null;
        }
        if (!DateOnly.TryParseExact(on.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            sink.Error("bad_value", on.Spot, $"'{on.Text}' is no day", "Write it as 2026-11-24.");
            return null;
        }
        return new Review(by.Text, day);
    }

    private string? ReadAudio(MapReader reader)
    {
        if (reader.TakeScalar("audio") is not { } audio)
        {
            return null;
        }
        // It becomes a path: a file of the flow's own folder and nothing else.
        if (!audio.Text.EndsWith(".ogg", StringComparison.Ordinal) || audio.Text.Length is < 5 or > 64
            || audio.Text[..^4].AsSpan().ContainsAnyExcept(SoundNames))
        {
            sink.Error("bad_value", audio.Spot, $"'{audio.Text}' is no name of a sound", "Write the name of an Ogg Opus file beside the words: small letters, digits, '-' and '_', then .ogg.");
            return null;
        }
        return audio.Text;
    }

    private bool ReadClaims(MapReader reader)
    {
        if (reader.TakeScalar("claims") is not { } claims)
        {
            return false;
        }
        if (claims.Text != "told")
        {
            sink.Error("bad_value", claims.Spot, $"A prompt can't claim '{claims.Text}'", "Write `claims: told` where it says that somebody has been told.");
        }
        return true;
    }

    private Dictionary<string, string> ReadOptions(YamlMap? map)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, node) in map?.Entries ?? [])
        {
            if (node is YamlScalar { Text.Length: > 0 } label)
            {
                labels[key.Text] = label.Text;
            }
            else
            {
                sink.Error("bad_shape", node.Spot, $"The label of '{key.Text}' is one text", "Write `{key: Label}`.");
            }
        }
        return labels;
    }

    private Dictionary<string, IReadOnlyList<string>> ReadAlso(YamlMap? map)
    {
        var words = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (map is null)
        {
            return words;
        }
        var reader = new MapReader(map, "'also'", sink);
        foreach (var (key, _) in map.Entries)
        {
            words[key.Text] = [.. reader.TakeScalars(key.Text).Select(s => s.Text)];
        }
        return words;
    }
}
