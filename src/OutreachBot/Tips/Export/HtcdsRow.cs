using OutreachBot.Responders;

namespace OutreachBot.Tips.Export;

/// <summary>What an export knows of a tip.</summary>
/// <param name="Minor">Somebody under 18 appears.</param>
/// <param name="AgreedToBeAsked">Her number is kept, for she agreed to be asked back.</param>
/// <param name="WaitsForReporter">Words wait for her.</param>
/// <param name="Owner">The role of who has the case.</param>
/// <param name="City">The municipality's name, never finer.</param>
/// <param name="State">The department's name.</param>
/// <param name="Story">Null unless two people asked for stories, and could open it.</param>
internal sealed record HtcdsRow(
    Tip Tip, bool Minor, bool AgreedToBeAsked, bool WaitsForReporter, ResponderRole? Owner, string City, string State, string? Story)
{
    public override string ToString() => "[tip row]";
}
