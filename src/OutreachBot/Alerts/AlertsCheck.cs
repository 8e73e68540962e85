using OutreachBot.Doctor;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Tips that nobody has before her, and tips that nobody but the recovery key opens. Says how many, never which or where.</summary>
internal sealed class AlertsCheck(ITransactions transactions, ITipStore tips, KeptFrom keptFrom, IAlertStore alerts, ISeals seals) : IDoctorCheck
{
    /// <summary>More than a day's work.</summary>
    private const int Many = 100;

    private static readonly HashSet<ResponderId> Nobody = [];

    public string Name => "tips";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var (alone, sealedToNobody, burdened) = await transactions.RunAsync(Count, cancellationToken);
        var findings = new List<Finding>();
        if (alone > 0)
        {
            findings.Add(Finding.Fault(
                $"{Tips(alone)} before nobody: nobody on file may have {Them(alone)}.",
                "Put a coordinator on file who is not kept away: responders import. They are tried again as soon as somebody comes."));
        }
        if (sealedToNobody > 0)
        {
            findings.Add(Finding.Fault(
                $"{Tips(sealedToNobody)} open to the recovery key alone: every coordinator who has a key is kept away from {Them(sealedToNobody)}.",
                "Whoever keeps the recovery sheet reads what 'tips list' shows as new or alerted: tips open ID --reason R."));
        }
        if (burdened > 0)
        {
            findings.Add(Finding.Note(
                $"{(burdened == 1 ? "1 person has" : $"{burdened} persons have")} {Many} or more alerts and cases open.",
                "Put more people on file for them: responders import."));
        }
        return findings;
    }

    private (int Alone, int SealedToNobody, int Burdened) Count(UnitOfWork unit)
    {
        var open = tips.All(unit).Where(t => !t.IsOver).ToList();

        // Before keys have been made there is one key for all, and nobody is kept from it: that is told elsewhere.
        var hasCoordinators = open.Count > 0 && seals.RecipientsFor(unit, Nobody).Count > 1;
        return (
            open.Count(t => t.Assigned is null && IsBeforeNobody(unit, t)),
            hasCoordinators ? open.Count(t => seals.RecipientsFor(unit, keptFrom.Of(unit, t.Id)).Count == 1) : 0,
            alerts.Standings(unit).Values.Count(s => s.Open >= Many));
    }

    // One more than somebody may send in a day is laid before nobody on purpose, for some hours.
    private bool IsBeforeNobody(UnitOfWork unit, Tip tip)
    {
        var made = alerts.OfTip(unit, tip.Id);
        return !made.Any(a => a.State == AlertState.Offered) && (made.Count > 0 || !tips.DiscretionOf(unit, tip.Id).OneTooMany);
    }

    private static string Tips(int count) => count == 1 ? "1 tip is" : $"{count} tips are";

    private static string Them(int count) => count == 1 ? "it" : "them";
}
