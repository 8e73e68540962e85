using System.Text;
using OutreachBot.Responders;
using OutreachBot.Responders.Sheets;

namespace OutreachBot.Tips.Export;

/// <summary>Writes tips as other organisations read cases: a CSV of the Human Trafficking Case Data Standard, version 2.0.</summary>
/// <remarks>
/// HTCDS 2.0 (UNMigration/HTCDS, CC BY 4.0): field names and codes as its sheet spells them, <c>Unaquainted</c> and all. A core field that
/// a line like this never knows (names, numbers, dates of birth) is there and empty. <c>tip</c> is ours.
/// </remarks>
internal static class HtcdsSheet
{
    private static readonly (string Name, Func<HtcdsRow, string> Cell)[] Columns =
    [
        ("tip", row => row.Tip.Id.ToString()),
        ("vic_TypeOfExploitation", ExploitationOf),
        Empty("vic_TypeOfSexExploitation"),
        Empty("vic_ForcedLabourIndustry"),
        Empty("vic_MethodOfRecruitment"),
        Empty("vic_RecruitmentWebsitesAndApps"),
        Empty("vic_MethodsOfControl"),
        Empty("vic_RelationshipToTrafficker"),
        // An age isn't made up from "under 18".
        Empty("vic_AgeWhenTrafficked"),
        ("vic_TraffickingStatus", row => IsUnfounded(row) ? "NotAVictimOfTrafficking" : "PossibleVictimOfTrafficking"),
        ("vic_TraffickingStatusDecisionMakingOrg", row => IsUnfounded(row) ? "NGO" : ""),
        ("cas_Status", StatusOf),
        ("cas_ReasonForCaseClosure", row => row.Tip.Outcome?.Word() ?? ""),
        ("cas_CaseOwner", row => row.Tip.Assigned?.ToString() ?? ""),
        Empty("cas_ReferredOrganisation"),
        Empty("cas_OutgoingReferralDate"),
        ("cas_ReasonForOutgoingReferral", row => IsReferred(row) ? "AdditionalServicesRequired" : ""),
        ("hte_City", row => row.City),
        ("hte_State", row => row.State),
        ("hte_Country", row => row.Tip.Country ?? ""),
        Empty("hte_Type"),
        Empty("hte_Date"),
        Empty("hte_Latitude"),
        Empty("hte_Longitude"),
        ("hte_Description", row => row.Story ?? ""),
        ("prs_Gender", _ => "NonSpecifiedUnknown"),
        ("prs_PrimaryLanguage", row => LanguageOf(row.Tip.Language.ToString())),
        ("con_Consent", row => row.AgreedToBeAsked ? "true" : "false"),
        ("org_Type", row => row.Owner is ResponderRole.Defender or ResponderRole.Coordinator ? "NGO" : ""),
        Empty("prs_FirstName"),
        Empty("prs_SecondName"),
        Empty("prs_MobilePhone"),
        Empty("prs_IdentityNumber"),
        Empty("prs_Birthdate"),
        Empty("prs_MailingStreet"),
    ];

    /// <returns>UTF-8, LF, with a header.</returns>
    public static byte[] Write(IEnumerable<HtcdsRow> rows)
    {
        var text = new StringBuilder().AppendJoin(',', Columns.Select(c => c.Name)).Append('\n');
        foreach (var row in rows)
        {
            text.AppendJoin(',', Columns.Select(c => SheetCell.Write(c.Cell(row)))).Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static (string, Func<HtcdsRow, string>) Empty(string name) => (name, _ => "");

    // Recruiting and missing are no kinds of exploitation: nothing is claimed.
    private static string ExploitationOf(HtcdsRow row) => row.Tip.Kind switch
    {
        "work" => row.Minor ? "ChildLabour" : "ForcedLabour",
        "sexual" => "SexualExploitation",
        "domestic" => "Servitude",
        "forced_marriage" => "ForcedMarriage",
        "begging" => "ForcedBegging",
        "other" => "Other",
        _ => "",
    };

    private static string StatusOf(HtcdsRow row) =>
        IsReferred(row) ? "ClosedReferred"
        : row.Tip.IsOver ? "Closed"
        : row.WaitsForReporter ? "FollowUp"
        : "Active";

    private static bool IsReferred(HtcdsRow row) => row.Tip is { IsOver: true, Outcome: CaseOutcome.Referred };

    private static bool IsUnfounded(HtcdsRow row) => row.Tip.Outcome is CaseOutcome.Unfounded;

    // ISO 639-2 where a language has a code there; the Mayan languages have one in 639-3 only, which is theirs already.
    private static string LanguageOf(string tag) => tag.Split('-')[0] switch
    {
        "es" => "spa",
        "qu" => "que",
        "ay" => "aym",
        "en" => "eng",
        var other => other,
    };
}
