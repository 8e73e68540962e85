namespace OutreachBot.Flows.Definitions;

/// <summary>A telephone number that may be told to somebody in need, from <c>flows/shared/hotlines.yaml</c>.</summary>
/// <param name="Country"><c>BO</c> or <c>GT</c>.</param>
/// <param name="Number">As it is dialled and written.</param>
/// <param name="Name">Short, as it is said.</param>
/// <param name="For">What it is for, one line for the next author.</param>
/// <param name="Emergency">Whether it answers emergencies; one that doesn't is never shown as if it did.</param>
/// <param name="Verified">Only a verified number is ever shown.</param>
public sealed record Hotline(
    string Country, string Number, string Name, string For, bool Emergency, string Source, DateOnly CheckedOn, bool Verified, SourceSpot Spot)
{
    /// <summary>When it is answered, where a source says so; empty where none does: then nothing is claimed.</summary>
    public string Hours { get; init; } = "";
}
