using System.Globalization;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Chats;

/// <summary>Reads the <c>@</c> lines that stand before the first message.</summary>
internal sealed class ChatSettingsReader(Action<string, string> error)
{
    private static readonly string[] Names =
        ["language", "in", "on", "channel", "country", "as", "free", "hotlines", "golive", "mark", "line", "start", "step", "limit", "place", "department"];

    private readonly Dictionary<string, PlaceReading> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlaceCandidate> _departments = new(StringComparer.Ordinal);
    private ChatSettings _settings = ChatSettings.Default;
    private PlaceCandidate? _pin;

    public static bool Knows(string name) => Names.Contains(name);

    public ChatSettings Result() => _settings with { Places = new ChatPlaces(_places, _departments, _pin) };

    public void Read(IReadOnlyList<string> words, string line)
    {
        var value = words.Count > 1 ? words[1] : "";
        switch (words[0])
        {
            case "language":
                _settings = _settings with { Languages = LanguagesOf([value]), LanguageGiven = true };
                break;
            case "in":
                ReadMatrix(words);
                break;
            case "on" or "channel":
                _settings = _settings with { Channels = ChannelsOf(words.Skip(1)) };
                break;
            case "place" or "department":
                ReadPlace(words[0] == "department", line[words[0].Length..].Trim());
                break;
            default:
                _settings = ReadOne(words[0], value, line[words[0].Length..].Trim());
                break;
        }
    }

    /// <summary>A number and one of s m h d; null: neither.</summary>
    public static TimeSpan? Span(string text)
    {
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(count),
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            _ => null,
        };
    }

    private ChatSettings ReadOne(string name, string value, string rest)
    {
        switch (name)
        {
            case "country":
                return _settings with { Country = value is "none" or "" ? null : value };
            case "as":
                return _settings with { IsResponder = value == "responder" };
            case "free":
                return _settings with { Free = value == "yes" };
            case "hotlines":
                return _settings with { Hotlines = value == "yes" };
            case "mark":
                return _settings with { MarkDrafts = value == "yes" };
            case "line":
                return _settings with { LineName = rest };
            case "golive" when Enum.TryParse<ReviewStatus>(value.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var status):
                return _settings with { GoLive = status };
            case "start" when DateTimeOffset.TryParse(rest, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start):
                return _settings with { Start = start };
            case "step" when Span(value) is { } step:
                return _settings with { Step = step };
            case "limit" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit):
                return _settings with { MessagesPerMinute = limit };
            default:
                error($"'@ {name}' doesn't go with '{rest}'", "See docs/flow-language.md, Transcripts.");
                return _settings;
        }
    }

    private void ReadMatrix(IReadOnlyList<string> words)
    {
        var on = words.ToList().IndexOf("on");
        _settings = _settings with { Languages = LanguagesOf(words.Take(on < 0 ? words.Count : on).Skip(1)), LanguageGiven = true };
        if (on >= 0)
        {
            _settings = _settings with { Channels = ChannelsOf(words.Skip(on + 1)) };
        }
    }

    private IReadOnlyList<LanguageTag> LanguagesOf(IEnumerable<string> tags)
    {
        var languages = new List<LanguageTag>();
        foreach (var tag in tags)
        {
            if (LanguageTag.TryParse(tag, out var language))
            {
                languages.Add(language);
            }
            else
            {
                error($"'{tag}' is no language of the line", "Write es, qu, ay or quc.");
            }
        }
        return languages.Count > 0 ? languages : _settings.Languages;
    }

    private IReadOnlyList<ChannelKind> ChannelsOf(IEnumerable<string> names)
    {
        var channels = new List<ChannelKind>();
        foreach (var name in names)
        {
            switch (name)
            {
                case "sms":
                    channels.Add(ChannelKind.Sms);
                    break;
                case "whatsapp":
                    channels.Add(ChannelKind.WhatsApp);
                    break;
                default:
                    error($"There is no channel '{name}'", "Write sms or whatsapp.");
                    break;
            }
        }
        return channels.Count > 0 ? channels : _settings.Channels;
    }

    /// <summary><c>sacaca = BO-050201 Sacaca</c>, <c>santa rosa = BO-1 One | BO-2 Two</c>, <c>madrid = outside</c>, <c>pin = BO-… Label</c>.</summary>
    private void ReadPlace(bool isDepartment, string text)
    {
        var cut = text.IndexOf('=', StringComparison.Ordinal);
        if (cut <= 0)
        {
            error("A place is a name and what it is", "Write '@ place sacaca = BO-050201 Sacaca'.");
            return;
        }
        var name = text[..cut].Trim();
        var places = text[(cut + 1)..].Split('|').Select(p => p.Trim().Split(' ', 2))
            .Select(p => new PlaceCandidate(p[0], p.Length > 1 ? p[1].Trim() : p[0])).ToList();
        if (isDepartment)
        {
            _departments[Collation.Key(name)] = places[0];
        }
        else if (name == "pin")
        {
            _pin = places[0];
        }
        else
        {
            _places[Collation.Key(name)] = places switch
            {
                [{ Id: "outside" }] => new PlaceReading(PlaceReadingKind.Outside, null, []),
                [var one] => ChatPlaces.Resolved(one),
                _ => new PlaceReading(PlaceReadingKind.Ask, null, places),
            };
        }
    }
}
