using System.Globalization;
using OutreachBot.Agenda;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy;

/// <summary>Destroys a key at its time.</summary>
internal sealed class KeyDestruction(HeldKeySet keys) : IAgendaHandler
{
    public const string AgendaKind = "destroy_key";

    public string Kind => AgendaKind;

    public static string Subject(HeldKeyKind kind, long number) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{number}");

    public void Handle(UnitOfWork unit, string subject)
    {
        var parts = subject.Split(':');
        if (parts.Length == 2 && Enum.TryParse<HeldKeyKind>(parts[0], out var kind) && Enum.IsDefined(kind)
            && long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            keys.Of(kind).Destroy(unit, number);
        }
    }
}
