using System.Globalization;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Chats;

/// <summary>Reads a transcript line by line.</summary>
internal sealed class ChatParser
{
    private readonly string _path;
    private readonly string[] _lines;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<ChatTurn> _turns = [];
    private readonly ChatSettingsReader _settings;
    private ChatStimulus? _stimulus;
    private int _stimulusLine;
    private List<ExpectedSay> _says = [];
    private List<ExpectedEffect> _effects = [];
    private int _line;

    public ChatParser(string path, string text)
    {
        _path = path;
        _lines = text.ReplaceLineEndings("\n").Split('\n');
        _settings = new ChatSettingsReader(Error);
    }

    public ChatFile Parse()
    {
        for (_line = 1; _line <= _lines.Length; _line++)
        {
            var line = _lines[_line - 1].Trim();
            if (line.Length > 0 && line[0] != '#')
            {
                ReadLine(line[0], line[1..].Trim());
            }
        }
        CloseTurn();
        if (_turns.Count == 0 && _diagnostics.Count == 0)
        {
            Error("Nothing is sent here", "Add a line that begins with '>'.");
        }
        return new ChatFile(_path, _settings.Result(), _turns, _lines, _diagnostics);
    }

    private void ReadLine(char mark, string rest)
    {
        switch (mark)
        {
            case '>':
                Begin(new Sends(MessageOf(rest), 1));
                break;
            case '<' when _stimulus is not null:
                _says.Add(new ExpectedSay(_line, rest));
                break;
            case '|' when _says.Count > 0 && _says[^1].Line + _says[^1].Length == _line:
                _says[^1] = _says[^1] with { Text = _says[^1].Text + "\n" + rest };
                break;
            case '!' when _stimulus is not null:
                ReadEffect(rest);
                break;
            case '<' or '!':
                Error("Nothing has been sent before this line", "Send something first: '> hola'.");
                break;
            case '|':
                Error("'|' goes on with a message that begins with '<' in the line above", "Write '<' for another message.");
                break;
            case '@':
                ReadDirective(rest);
                break;
            default:
                Error($"A line begins with one of > < | ! @ #, not with '{mark}'", "See docs/flow-language.md, Transcripts.");
                break;
        }
    }

    private void ReadDirective(string rest)
    {
        var words = ChatWords.Split(rest);
        if (words.Count == 0)
        {
            Error("'@' says what happens or under what conditions", "Write '@ +20m', for example.");
            return;
        }
        if (ReadStimulus(words, rest) is { } stimulus)
        {
            Begin(stimulus);
        }
        else if (ChatSettingsReader.Knows(words[0]))
        {
            if (_stimulus is not null)
            {
                Error($"'@ {words[0]}' holds for the whole script", "Put it before the first message.");
            }
            _settings.Read(words, rest);
        }
        else if (_diagnostics.All(d => d.Spot.Line != _line))
        {
            Error($"There is no '@ {words[0]}'", "See docs/flow-language.md, Transcripts.");
        }
    }

    private ChatStimulus? ReadStimulus(IReadOnlyList<string> words, string rest)
    {
        switch (words[0])
        {
            case ['+', ..]:
                return ReadSpan(words[0][1..]) is { } span ? new Passes(span) : null;
            case "pin":
                return ReadPin(words);
            case "voice" or "image" or "video" or "document" or "contact" or "sticker":
                var kind = Enum.Parse<AttachmentKind>(words[0], ignoreCase: true);
                var caption = rest[words[0].Length..].Trim();
                return new Sends(new Message(caption, [new Attachment(kind, $"{words[0]}-{_line}")], null, null), 1);
            case "press" when words.Count == 2:
                return new Sends(new Message("", [], null, words[1]), 1);
            case "flow" when words.Count == 2:
                return ReadEnter(words[1]);
            case "enter":
                return ReadEnter(rest["enter".Length..].Trim());
            case [.., 'x'] when int.TryParse(words[0][..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var times):
                var said = rest[words[0].Length..].Trim();
                return new Sends(MessageOf(said.StartsWith('>') ? said[1..].Trim() : said), Math.Clamp(times, 1, 1000));
            default:
                return null;
        }
    }

    private Sends? ReadPin(IReadOnlyList<string> words)
    {
        if (words.Count == 3
            && double.TryParse(words[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(words[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude))
        {
            return new Sends(new Message("", [], new Pin(latitude, longitude), null), 1);
        }
        Error("A pin is two numbers", "Write '@ pin -16.5 -68.1'.");
        return null;
    }

    private TimeSpan? ReadSpan(string text)
    {
        if (ChatSettingsReader.Span(text) is { } span)
        {
            return span;
        }
        Error($"'{text}' is no span of time", "Write '@ +30s', '@ +20m', '@ +24h' or '@ +2d'.");
        return null;
    }

    /// <summary><c>alert.offer key=KT47 code=KT47 &gt; 1</c></summary>
    private Enters? ReadEnter(string rest)
    {
        var cut = rest.IndexOf('>', StringComparison.Ordinal);
        var words = ChatWords.Split(cut < 0 ? rest : rest[..cut]);
        if (words.Count == 0)
        {
            Error("It isn't said where to enter", "Write '@ enter alert.offer key=KT47 code=KT47 > 1'.");
            return null;
        }
        var values = ChatWords.Pairs(words.Skip(1));
        var place = words[0].Split('.', 2);
        return new Enters(
            values.GetValueOrDefault("key", ""),
            place[0],
            place.Length > 1 ? place[1] : null,
            values.Where(v => v.Key != "key").ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal),
            cut < 0 ? null : MessageOf(rest[(cut + 1)..].Trim()));
    }

    /// <summary><c>submit_tip ok code=123-456-7890 with danger=yes</c></summary>
    private void ReadEffect(string rest)
    {
        var words = ChatWords.Split(rest);
        if (words.Count == 0 || !EffectCatalogue.TryFind(words[0], out var effect))
        {
            Error(words.Count == 0 ? "No effect is named here" : $"There is no effect '{words[0]}'", "The catalogue of effects has their names.");
            return;
        }
        var split = words.ToList().IndexOf("with");
        var given = words.Take(split < 0 ? words.Count : split).Skip(1).ToList();
        var outcome = given.FirstOrDefault(w => !w.Contains('=', StringComparison.Ordinal));
        if (outcome is not null && !effect.Outcomes.Contains(outcome) && !(effect.Proof != ProofNeed.Never && ProofOutcomes.All.Contains(outcome)))
        {
            Error($"'{effect.Name}' never comes out as '{outcome}'", $"It may come out as {string.Join(", ", effect.Outcomes)}.");
        }
        _effects.Add(new ExpectedEffect(
            _line, effect.Name, outcome, ChatWords.Pairs(given), ChatWords.Pairs(split < 0 ? [] : words.Skip(split + 1))));
    }

    private void Begin(ChatStimulus stimulus)
    {
        CloseTurn();
        _stimulus = stimulus;
        _stimulusLine = _line;
    }

    private void CloseTurn()
    {
        if (_stimulus is not null)
        {
            _turns.Add(new ChatTurn(_stimulusLine, _stimulus, _says, _effects));
            _says = [];
            _effects = [];
        }
    }

    private void Error(string problem, string mend) =>
        _diagnostics.Add(new Diagnostic("bad_transcript", Severity.Error, new SourceSpot(_path, _line, 1), problem, mend));

    private static Message MessageOf(string text) => Message.Of(text == "\"\"" ? "" : text);
}
