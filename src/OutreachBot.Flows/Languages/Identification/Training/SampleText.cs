namespace OutreachBot.Flows.Languages.Identification.Training;

/// <summary>Draws pieces of the training text, each language as often.</summary>
internal sealed class SampleText
{
    // Short everyday messages are what people send; the training file has few.
    private const double OwnSpanish = 0.15;

    private const double Mixed = 0.15;

    // A piece that is Spanish for nearly half of its letters is no example of the language around it.
    private const double MostlyBorrowed = 0.45;

    private readonly Dictionary<LanguageTag, string[]> _lines;
    private readonly LanguageTag[] _languages;
    private readonly OwnText _own;
    private readonly Borrowings _borrowings;
    private readonly Dice _dice;

    public SampleText(IReadOnlyList<TrainingLine> lines, OwnText own, Borrowings borrowings, Dice dice)
    {
        _lines = lines.GroupBy(l => l.Language).ToDictionary(g => g.Key, g => g.Select(l => l.Text).ToArray());
        _lines.TryAdd(LanguageTag.Spanish, [.. own.Spanish]);
        _languages = [.. LanguageTag.All.Where(_lines.ContainsKey)];
        _own = own;
        _borrowings = borrowings;
        _dice = dice;
    }

    /// <returns>Null: no text of that language, or this draw was no example of it.</returns>
    public string? Draw(LanguageTag language)
    {
        if (!_lines.TryGetValue(language, out var lines))
        {
            return null;
        }
        if (language == LanguageTag.Spanish && _dice.Falls(OwnSpanish))
        {
            return _dice.OneOf(_own.Spanish);
        }
        var piece = Pieces.Cut(_dice.OneOf(lines), _dice);
        if (language != LanguageTag.Spanish)
        {
            if (_borrowings.Share(piece, language) > MostlyBorrowed)
            {
                return null;
            }
            piece = _dice.Falls(0.4) ? _borrowings.Without(piece, language) : piece;
        }
        return _dice.Falls(Mixed) ? Mix(piece, language) : piece;
    }

    /// <summary>Adds words of another language, fewer than there are: the message is still in the first.</summary>
    private string Mix(string piece, LanguageTag language)
    {
        var words = piece.Count(c => c == ' ') + 1;
        var most = (words - 1) / 2;
        var with = language == LanguageTag.Spanish ? _dice.OneOf(_languages) : LanguageTag.Spanish;
        if (most == 0 || with == language)
        {
            return piece;
        }
        var others = _dice.OneOf(_lines[with]).Split(' ');
        var count = Math.Min(others.Length, 1 + _dice.Below(most));
        var added = string.Join(' ', others.Skip(_dice.Below(others.Length - count + 1)).Take(count));
        if (added.Length > 0.8 * piece.Length)
        {
            return piece;
        }
        return _dice.Falls(0.5) ? $"{piece} {added}" : $"{added} {piece}";
    }
}
