using System.Globalization;

namespace OutreachBot.Channels.Twilio;

/// <summary>Which messages the provider is to list: those of one of our own numbers, by day. Never by a number of a person: an address ends up in logs.</summary>
/// <param name="Ours">As the provider writes it, with <c>whatsapp:</c> where it is one.</param>
/// <param name="Since">The first day, UTC.</param>
/// <param name="Until">The last day; null: today.</param>
internal sealed record TwilioQuery(string Ours, bool Inbound, DateOnly Since, DateOnly? Until = null)
{
    /// <summary>The query of an address.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Inbound ? "To" : "From")}={Uri.EscapeDataString(Ours)}&DateSent%3E={Since:yyyy-MM-dd}{Last}&PageSize=1000");

    private string Last => Until is { } day ? string.Create(CultureInfo.InvariantCulture, $"&DateSent%3C={day:yyyy-MM-dd}") : "";
}

/// <param name="IsWhole">Whether there are no more.</param>
internal sealed record TwilioMessages(IReadOnlyList<TwilioMessage> All, bool IsWhole);
