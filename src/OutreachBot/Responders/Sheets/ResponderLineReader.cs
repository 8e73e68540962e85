using OutreachBot.Addresses;
using OutreachBot.Flows.Languages;
using OutreachBot.Places;

namespace OutreachBot.Responders.Sheets;

/// <summary>Reads one line of a sheet into a responder, or says what is wrong with each cell.</summary>
internal sealed class ResponderLineReader(Gazetteer gazetteer)
{
    private const int LongestName = 80;
    private const int LongestInstitution = 120;
    private const string National = "national";
    private const string AllKinds = "all";

    private static readonly IReadOnlyList<string> Kinds =
        ["work", "sexual", "domestic", "forced_marriage", "begging", "recruiting", "missing", "other", "unknown"];

    /// <returns>Null when a fault was added.</returns>
    public Responder? Read(SheetLine line, List<SheetFault> faults)
    {
        var before = faults.Count;
        void Fault(string column, string problem, string mend) => faults.Add(new SheetFault(line.Line, column, problem, mend));

        CheckText(line, "name", LongestName, required: true, Fault);
        CheckText(line, "institution", LongestInstitution, required: false, Fault);
        var phone = ReadPhone(line["phone"], Fault);
        var role = ReadRole(line["role"], Fault);
        var country = line["country"].ToUpperInvariant();
        if (country is not ("BO" or "GT"))
        {
            Fault("country", "the line knows no such country", "Write BO or GT.");
        }
        var areas = line.List("areas").Select(a => ReadArea(a, country, Fault)).ToList();
        Require(areas.Count, "areas", "Write ids of municipalities or departments, or national.", Fault);
        var languages = line.List("languages").Select(l => ReadLanguage(l, Fault)).ToList();
        Require(languages.Count, "languages", $"Write one or several of {string.Join(' ', LanguageTag.All)}, with ; between.", Fault);
        var competences = line.List("competences");
        CheckCompetences(competences, Fault);
        var onDuty = ReadYesNo(line["on_duty"], Fault);
        if (faults.Count > before)
        {
            return null;
        }
        return new Responder(
            ResponderId.Draw(), line["name"], phone!.On(Channel.Sms), role, country, [.. areas.Distinct(StringComparer.Ordinal)],
            [.. languages.Distinct()], competences.Contains(AllKinds, StringComparer.Ordinal) ? [] : [.. competences.Distinct(StringComparer.Ordinal)],
            line["institution"], onDuty, OptedOut: false, IsSample: false, LastAlertedAt: null);
    }

    private static void CheckText(SheetLine line, string column, int longest, bool required, Action<string, string, string> fault)
    {
        var text = line[column];
        if (required && text.Length == 0)
        {
            fault(column, "it is empty", "Write how she is called.");
        }
        if (text.Length > longest || text.Any(char.IsControl))
        {
            fault(column, $"it is longer than {longest} characters, or holds a line break", "Shorten it to one line.");
        }
    }

    private static PhoneNumber? ReadPhone(string text, Action<string, string, string> fault)
    {
        const string Mend = "Write it in E.164, like +59171234567.";
        if (!text.StartsWith('+'))
        {
            fault("phone", "it does not begin with + and the country's code", Mend);
            return null;
        }
        if (PhoneNumber.TryFrom(text, country: null) is not { } phone)
        {
            fault("phone", "no country's plan has such a number", Mend);
            return null;
        }
        if (phone.Kind != PhoneKind.Mobile)
        {
            fault("phone", "it is no mobile and can't receive SMS", "Write her mobile's number.");
        }
        return phone;
    }

    private static ResponderRole ReadRole(string text, Action<string, string, string> fault)
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
                fault("role", "there is no such role", "Write defender, official or coordinator.");
                return default;
        }
    }

    private string ReadArea(string text, string country, Action<string, string, string> fault)
    {
        if (text.Equals(National, StringComparison.OrdinalIgnoreCase))
        {
            return country;
        }
        if (!PlaceId.TryParse(text, out var id) || !gazetteer.Knows(id))
        {
            fault("areas", $"'{Shown(text)}' is no place that is known", "Write ids like BO-010601 or GT-14, or national.");
        }
        else if (id.Level is PlaceLevel.Province)
        {
            fault("areas", $"{id} is a province", "Write its municipalities, or the department.");
        }
        else if (id.Country != country)
        {
            fault("areas", $"{id} lies in the other country", "Mend the area or the country.");
        }
        return text;
    }

    private static LanguageTag ReadLanguage(string text, Action<string, string, string> fault)
    {
        if (!LanguageTag.TryParse(text, out var language))
        {
            fault("languages", $"'{Shown(text)}' is no language of the line", $"Write one or several of {string.Join(' ', LanguageTag.All)}, with ; between.");
        }
        return language;
    }

    private static void CheckCompetences(IReadOnlyList<string> competences, Action<string, string, string> fault)
    {
        Require(competences.Count, "competences", $"Write all, or several of {string.Join(' ', Kinds)}, with ; between.", fault);
        foreach (var unknown in competences.Where(c => c != AllKinds && !Kinds.Contains(c)))
        {
            fault("competences", $"'{Shown(unknown)}' is no kind", $"Write all, or several of {string.Join(' ', Kinds)}, with ; between.");
        }
    }

    private static bool ReadYesNo(string text, Action<string, string, string> fault)
    {
        if (text is not ("yes" or "no"))
        {
            fault("on_duty", "it is neither yes nor no", "Write yes or no.");
        }
        return text == "yes";
    }

    private static void Require(int count, string column, string mend, Action<string, string, string> fault)
    {
        if (count == 0)
        {
            fault(column, "it is empty", mend);
        }
    }

    // A cell in the wrong column may hold a number or a name: only what looks like an id is repeated.
    private static string Shown(string text) =>
        text.Length <= 24 && text.All(c => char.IsAsciiLetter(c) || c is '-' or '_' || char.IsAsciiDigit(c)) && text.Count(char.IsAsciiDigit) < 8
            ? text
            : "…";
}
