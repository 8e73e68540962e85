namespace OutreachBot.Flows.Languages.Identification.Training;

/// <summary>Cuts sentences into what people text: a few words, 3 to 60 letters.</summary>
internal static class Pieces
{
    /// <summary>A stretch of whole words, of a length that is drawn; now and then cut inside a word.</summary>
    public static string Cut(string sentence, Dice dice)
    {
        var longest = dice.Share() switch
        {
            < 0.34 => 4 + dice.Below(7),
            < 0.66 => 11 + dice.Below(10),
            < 0.9 => 21 + dice.Below(20),
            _ => 41 + dice.Below(20),
        };
        if (sentence.Length <= longest)
        {
            return sentence;
        }
        if (dice.Falls(0.06))
        {
            return sentence.Substring(dice.Below(sentence.Length - longest), longest);
        }
        var from = dice.Falls(0.3) ? 0 : dice.Below(sentence.Length);
        while (from > 0 && sentence[from - 1] != ' ')
        {
            from--;
        }
        var rest = sentence.AsSpan(from).TrimEnd();
        if (rest.Length <= longest)
        {
            return rest.ToString();
        }
        var end = rest[..(longest + 1)].LastIndexOf(' ');
        return rest[..(end < 2 ? Math.Min(rest.Length, Math.Max(longest, 14)) : end)].ToString();
    }
}
