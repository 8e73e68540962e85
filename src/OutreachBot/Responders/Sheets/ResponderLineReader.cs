using OutreachBot.Addresses;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Responders.Sheets;

/// <summary>Reads one line of a sheet into a responder, or says what is wrong with each cell.</summary>
internal sealed class ResponderLineReader(AreaCell areaCell, FurtherColumns further)
{
    public const string AllKinds = "all";

    private const int LongestName = 80;
    private const int LongestInstitution = 120;

    private static readonly IReadOnlyList<string> Kinds =
        ["work", "sexual", "domestic", "forced_marriage", "begging", "recruiting", "missing", "other", "unknown"];

    /// <returns>Null where there are faults.</returns>
    public (Responder? Responder, IReadOnlyList<SheetFault> Faults) Read(SheetLine line)
    {
        var faults = new LineFaults(line.Line);
        CheckText(line, "name", LongestName, required: true, faults);
        CheckText(line, "institution", LongestInstitution, required: false, faults);
        var role = ReadRole(SpanishWords.Read(line["role"]), faults);
        var country = ReadCountry(SpanishWords.Read(line["country"]), faults);
        var phone = PhoneCell.Read(line["phone"], country, faults);
        var areas = line.List("areas").Select(a => areaCell.Read(SpanishWords.Read(a), country ?? "", faults)).ToList();
        Require(areas.Count, "areas", "Write ids of municipalities or departments, or national.", faults);
        var languages = line.List("languages").Select(l => ReadLanguage(SpanishWords.Read(l), faults)).ToList();
        Require(languages.Count, "languages", $"Write one or several of {string.Join(' ', LanguageTag.All)}, with ; between.", faults);
        var competences = ReadCompetences([.. line.List("competences").Select(SpanishWords.Read)], faults);
        var onDuty = ReadYesNo(SpanishWords.Read(line["on_duty"]).ToLowerInvariant(), faults);
        var more = further.Read(line, role, Kinds, faults);
        if (faults.All.Count > 0 || phone is null || country is null)
        {
            return (null, faults.All);
        }
        var responder = new Responder(
            ResponderId.Draw(), line["name"], phone.On(Channel.Sms), role, country, [.. areas.Distinct(StringComparer.Ordinal)],
            [.. languages.Distinct()], competences, line["institution"], onDuty, OptedOut: false, IsSample: false, LastAlertedAt: null);
        return (more.AddTo(responder), []);
    }

    private static void CheckText(SheetLine line, string column, int longest, bool required, LineFaults faults)
    {
        var text = line[column];
        if (required && text.Length == 0)
        {
            faults.Add(column, "it is empty", "Write how she is called.");
        }
        if (text.Length > longest || text.Any(char.IsControl))
        {
            faults.Add(column, $"it is longer than {longest} characters, or holds a line break", "Shorten it to one line.");
        }
    }

    private static string? ReadCountry(string text, LineFaults faults)
    {
        var country = text.ToUpperInvariant();
        if (country is "BO" or "GT")
        {
            return country;
        }
        faults.Add("country", "the line knows no such country", "Write BO or GT.");
        return null;
    }

    private static ResponderRole ReadRole(string text, LineFaults faults)
    {
        switch (text.ToLowerInvariant())
        {
            case "defender":
                return ResponderRole.Defender;
            case "official":
                return ResponderRole.Official;
            case "coordinator":
                return ResponderRole.Coordinator;
            default:
                faults.Add("role", "there is no such role", "Write defender, official or coordinator.");
                return default;
        }
    }

    private static LanguageTag ReadLanguage(string text, LineFaults faults)
    {
        if (!LanguageTag.TryParse(text, out var language))
        {
            faults.Add("languages", $"'{LineFaults.Shown(text)}' is no language of the line", $"Write one or several of {string.Join(' ', LanguageTag.All)}, with ; between.");
        }
        return language;
    }

    /// <returns>Empty for all.</returns>
    private static IReadOnlyList<string> ReadCompetences(IReadOnlyList<string> competences, LineFaults faults)
    {
        Require(competences.Count, "competences", $"Write all, or several of {string.Join(' ', Kinds)}, with ; between.", faults);
        foreach (var unknown in competences.Where(c => c != AllKinds && !Kinds.Contains(c)))
        {
            faults.Add("competences", $"'{LineFaults.Shown(unknown)}' is no kind", $"Write all, or several of {string.Join(' ', Kinds)}, with ; between.");
        }
        return competences.Contains(AllKinds, StringComparer.Ordinal) ? [] : [.. competences.Distinct(StringComparer.Ordinal)];
    }

    private static bool ReadYesNo(string text, LineFaults faults)
    {
        if (text is not ("yes" or "no"))
        {
            faults.Add("on_duty", "it is neither yes nor no", "Write yes or no.");
        }
        return text == "yes";
    }

    private static void Require(int count, string column, string mend, LineFaults faults)
    {
        if (count == 0)
        {
            faults.Add(column, "it is empty", mend);
        }
    }
}
