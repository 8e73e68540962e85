using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Loading;

/// <summary>Reads an <c>ask</c> step: what is asked, what its answers lead to, and what limits it has.</summary>
internal sealed class QuestionReader(References references, DiagnosticSink sink)
{
    /// <summary>9 calls a person, 0 skips.</summary>
    private const int MostOptions = 8;

    private static readonly Dictionary<string, QuestionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["yes_no"] = QuestionKind.YesNo,
        ["choice"] = QuestionKind.Choice,
        ["text"] = QuestionKind.Text,
        ["story"] = QuestionKind.Story,
        ["number"] = QuestionKind.Number,
        ["place"] = QuestionKind.Place,
        ["when"] = QuestionKind.When,
        ["code"] = QuestionKind.Code,
        ["language"] = QuestionKind.Language,
    };

    private static readonly string[] Media = ["text", "voice", "image"];

    public AskStep? Read(YamlScalar state, MapReader reader)
    {
        if (reader.TakeScalar("ask") is not { } word)
        {
            return null;
        }
        if (!Kinds.TryGetValue(word.Text, out var kind))
        {
            sink.Error("unknown_question", word.Spot, $"There is no kind of question '{word.Text}'", Nearest.Mend(word.Text, Kinds.Keys));
            return null;
        }
        var before = reader.TakeScalars("say");
        foreach (var said in before)
        {
            references.Prompt(said.Text, said.Spot);
        }
        var prompt = reader.TakeScalar("prompt");
        references.Prompt(prompt?.Text ?? state.Text, prompt?.Spot ?? state.Spot);
        var into = reader.TakeScalar("into");
        if (into is not null)
        {
            references.Value(into, kind);
        }
        var then = reader.TakeScalar("then") is { } goal ? Goals.Read(goal, references, sink) : (Target?)null;
        var options = kind == QuestionKind.Choice ? ReadOptions(reader, then) : [];
        var routes = ReadRoutes(reader, kind);
        var rules = ReadRules(reader, kind);
        CheckWaysOn(word, kind, then, routes);
        if (rules.Skippable && then is null && !routes.ContainsKey("skip"))
        {
            sink.Error("no_way_on", word.Spot, "Skipping leads nowhere", "Add `skip: state`.");
        }
        if (rules.UnlessKnown && into is null)
        {
            sink.Error("bad_value", word.Spot, "'unless_known' needs a value that may be known", "Add `into: value`.");
        }
        return new AskStep(kind, prompt?.Text ?? state.Text, [.. before.Select(b => b.Text)], into?.Text, then, options, routes, rules);
    }

    private List<KeyValuePair<string, Target>> ReadOptions(MapReader reader, Target? then)
    {
        var spot = reader.SpotOf("options");
        var options = new List<KeyValuePair<string, Target>>();
        switch (reader.Take("options"))
        {
            case YamlMap map:
                options.AddRange(map.Entries.Select(e => KeyValuePair.Create(e.Key.Text, Goals.Read(e.Value, references, sink))));
                break;
            case YamlList list when then is { } all:
                options.AddRange(list.Items.OfType<YamlScalar>().Select(i => KeyValuePair.Create(i.Text, all)));
                break;
            case YamlList list:
                sink.Error("no_way_on", list.Spot, "These options lead nowhere", "Add `then: state`, or write `options: {key: state}`.");
                return options;
        }
        if (options.Count is 0 or > MostOptions)
        {
            sink.Error("bad_options", spot, $"A choice has 1 to {MostOptions} options, here are {options.Count}", "9 calls a person and 0 skips: split the choice in two.");
        }
        if (options.GroupBy(o => o.Key, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            sink.Error("bad_options", spot, $"Option '{twice.Key}' stands here twice", "Remove one.");
        }
        return options;
    }

    private Dictionary<string, Target> ReadRoutes(MapReader reader, QuestionKind kind)
    {
        string[] own = kind switch
        {
            QuestionKind.YesNo => ["yes", "no", "unsure"],
            QuestionKind.Choice => ["free", "unsure"],
            QuestionKind.Place => ["unknown", "outside"],
            _ => [],
        };
        var routes = new Dictionary<string, Target>(StringComparer.Ordinal);
        foreach (var key in (string[])[.. own, "skip", "tells", "places"])
        {
            if (reader.Take(key) is { } goal)
            {
                routes[key] = Goals.Read(goal, references, sink);
            }
        }
        return routes;
    }

    private QuestionRules ReadRules(MapReader reader, QuestionKind kind)
    {
        var accepts = kind is QuestionKind.Story or QuestionKind.Text ? ReadMedia(reader, kind) : [];
        return new QuestionRules(
            Skippable: reader.TakeFlag("skippable"),
            UnlessKnown: reader.TakeFlag("unless_known"),
            UntilDone: kind == QuestionKind.Story && reader.TakeFlag("until_done"),
            Min: kind == QuestionKind.Number ? reader.TakeNumber("min") : null,
            Max: kind == QuestionKind.Number ? reader.TakeNumber("max") : null,
            Digits: kind == QuestionKind.Code ? reader.TakeNumber("digits") : null,
            Accepts: accepts);
    }

    /// <summary>A story is told in every way, a text in words or a voice, unless the flow says otherwise.</summary>
    private IReadOnlyList<string> ReadMedia(MapReader reader, QuestionKind kind)
    {
        var media = reader.TakeScalars("accept");
        foreach (var odd in media.Where(m => !Media.Contains(m.Text)))
        {
            sink.Error("bad_value", odd.Spot, $"A story can't be told as '{odd.Text}'", Nearest.Mend(odd.Text, Media));
        }
        return media.Count == 0 && kind == QuestionKind.Text ? ["text", "voice"] : media.Count == 0 ? Media : [.. media.Select(m => m.Text)];
    }

    private void CheckWaysOn(YamlScalar word, QuestionKind kind, Target? then, Dictionary<string, Target> routes)
    {
        if (then is not null || kind == QuestionKind.Choice)
        {
            return;
        }
        if (kind == QuestionKind.YesNo)
        {
            foreach (var way in (string[])["yes", "no"])
            {
                if (!routes.ContainsKey(way))
                {
                    sink.Error("no_way_on", word.Spot, $"The answer '{way}' leads nowhere", $"Add `{way}: state`, or `then: state` for both.");
                }
            }
            return;
        }
        sink.Error("no_way_on", word.Spot, "The answer leads nowhere", "Add `then: state`.");
    }
}
