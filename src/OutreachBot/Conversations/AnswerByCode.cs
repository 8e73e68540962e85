using System.Text.RegularExpressions;

namespace OutreachBot.Conversations;

/// <summary>An answer that names the alert it is for: <c>1 KT47</c>, <c>KT47 1</c>, <c>kt 47 1</c>.</summary>
/// <param name="Code">Two letters and two digits, upper case; whether there is such an alert is for the caller to ask.</param>
/// <param name="Rest">The message without it.</param>
internal readonly partial record struct AnswerByCode(string Code, string Rest)
{
    public override string ToString() => "[answer by code]";

    /// <summary>Both ways to read a message: the code in front, and the code at the end.</summary>
    public static IEnumerable<AnswerByCode> Readings(string text)
    {
        foreach (var pattern in (Regex[])[InFront(), AtTheEnd()])
        {
            if (pattern.Match(text) is { Success: true } match)
            {
                yield return new AnswerByCode(
                    match.Groups["letters"].Value.ToUpperInvariant() + match.Groups["digits"].Value, match.Groups["rest"].Value.Trim());
            }
        }
    }

    [GeneratedRegex(@"^\W*(?<letters>[A-Za-z]{2})[\s.-]*(?<digits>[0-9]{2})(?![0-9])\W*(?<rest>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InFront();

    [GeneratedRegex(@"^(?<rest>.*?)\W*(?<![A-Za-z])(?<letters>[A-Za-z]{2})[\s.-]*(?<digits>[0-9]{2})\W*$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AtTheEnd();
}
