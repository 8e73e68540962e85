using System.Globalization;
using System.Text;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Running;

/// <summary>Fills placeholders: options, remembered values, what effects gave, the line's own facts.</summary>
internal struct Placeholders(Turn turn, Subject subject) : IPlaceholders
{
    /// <summary>A prompt is cut short rather than sent in ten parts.</summary>
    private const int LongestValue = 1_200;

    /// <summary>Something in it is another person's: shown once, never kept.</summary>
    public bool HoldsOthersWords { get; private set; }

    public string Value(string name)
    {
        var value = Find(name);
        if (value.Length > LongestValue)
        {
            value = value[..(char.IsHighSurrogate(value[LongestValue - 1]) ? LongestValue - 1 : LongestValue)];
        }
        return turn.Context.Channel == ChannelKind.Sms ? SmsFold.Fold(value, turn.Speaks) : value;
    }

    private string Find(string name)
    {
        if (subject.Values.TryGetValue(name, out var given))
        {
            return given;
        }
        if (subject.Frame?.Value(name) is { } answer)
        {
            return Say(name, answer);
        }
        return name switch
        {
            "options" => Numbered(subject.Options),
            "yes_no" => turn.Book.Shared(SharedPrompts.YesNo, turn.Speaks).Pick(turn.Context.Line.GoLive)?.Prompt.Text ?? "",
            "n" => subject.Options.Count.ToString(CultureInfo.InvariantCulture),
            "line" => turn.Context.Line.Name,
            "language" => turn.Speaker.NameOf(turn.Speaks),
            "hotlines" => turn.Context.Line.ShowHotlines ? turn.Book.HotlinesOf(turn.Context.Country) : "",
            "hotlines_hours" => turn.Context.Line.ShowHotlines ? turn.Book.HotlinesWithHoursOf(turn.Context.Country) : "",
            "hotlines_source" => turn.Context.Line.ShowHotlines ? turn.Book.HotlineSourcesOf(turn.Context.Country) : "",
            _ => "",
        };
    }

    private string Say(string name, RememberedAnswer answer)
    {
        var flow = turn.FlowOf(subject.Frame!);
        HoldsOthersWords |= answer.Privacy == Privacy.Sealed && !flow.Definition.Remembers.ContainsKey(name);
        switch (answer.Kind)
        {
            case ValueKind.Place:
                return answer.Text.Length > 0 ? turn.Context.Places.Label(answer.Text) : answer.Said ?? "";
            case ValueKind.When:
                return answer.Said ?? answer.Text;
            case ValueKind.Choice when flow.QuestionFor(name) is { Kind: QuestionKind.Choice } ask:
                return flow.WordingsOf(ask.Prompt).Pick(turn.Context.Line.GoLive)?.Label(answer.Text) ?? answer.Text;
            default:
                return answer.Text;
        }
    }

    private static string Numbered(IReadOnlyList<string> labels)
    {
        var text = new StringBuilder();
        for (var i = 0; i < labels.Count; i++)
        {
            text.Append(i == 0 ? "" : " ").Append(i + 1).Append(' ').Append(labels[i]);
        }
        return text.ToString();
    }
}
