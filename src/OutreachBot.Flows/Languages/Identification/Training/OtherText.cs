using System.Text;

namespace OutreachBot.Flows.Languages.Identification.Training;

/// <summary>Draws what is none of the line's languages: English, Portuguese, names, keyboard noise, sounds.</summary>
internal sealed class OtherText(OwnText own, Dice dice)
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjklñ", "zxcvbnm", "poiuytrewq", "lkjhgfdsa", "mnbvcxz"];
    private static readonly string[] Sounds = ["mmm", "aaa", "eh", "uy", "ay", "shh", "zzz", "uff", "bah", "ups", "wow", "grr", "pff", "lol", "xd", "jsjs", "ahh", "ohh", "hmm", "brr"];
    private const string Vowels = "aeiou";
    private const string Consonants = "bcdfghjklmnpqrstvwxyz";

    public string Draw() => dice.Share() switch
    {
        < 0.3 => Pieces.Cut(Sentence(own.English), dice),
        < 0.62 => Pieces.Cut(Sentence(own.Portuguese), dice),
        < 0.86 => Name(),
        < 0.96 => Noise(),
        _ => Sound(),
    };

    // One line, or two that make a longer message.
    private string Sentence(IReadOnlyList<string> lines) => dice.Falls(0.5) ? dice.OneOf(lines) : $"{dice.OneOf(lines)} {dice.OneOf(lines)}";

    private string Name()
    {
        var name = new StringBuilder(dice.OneOf(own.GivenNames));
        if (dice.Falls(0.25))
        {
            name.Append(' ').Append(dice.OneOf(own.GivenNames));
        }
        for (var i = dice.Below(3); i > 0; i--)
        {
            name.Append(' ').Append(dice.OneOf(own.FamilyNames));
        }
        return name.ToString();
    }

    private string Noise()
    {
        var noise = new StringBuilder();
        var words = 1 + dice.Below(3);
        for (var w = 0; w < words; w++)
        {
            noise.Append(w == 0 ? "" : " ");
            var letters = 4 + dice.Below(9);
            switch (dice.Below(3))
            {
                case 0:
                    // A hand that runs along a row of keys.
                    var row = dice.OneOf(Rows);
                    for (var i = 0; i < letters; i++)
                    {
                        noise.Append(row[Math.Min(row.Length - 1, dice.Falls(0.7) ? i % row.Length : dice.Below(row.Length))]);
                    }
                    break;
                case 1:
                    for (var i = 0; i < letters; i++)
                    {
                        noise.Append((char)('a' + dice.Below(26)));
                    }
                    break;
                default:
                    for (var i = 0; i < letters; i++)
                    {
                        noise.Append(dice.Falls(0.25) ? Vowels[dice.Below(5)] : Consonants[dice.Below(Consonants.Length)]);
                    }
                    break;
            }
        }
        return noise.ToString();
    }

    private string Sound()
    {
        var sound = dice.OneOf(Sounds);
        return dice.Falls(0.5) ? sound + new string(sound[^1], dice.Below(5)) : $"{sound} {dice.OneOf(Sounds)}";
    }
}
