using OutreachBot.Agenda;
using OutreachBot.Audit;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>Removes by command what retention demands; a running server does the same by itself, at each tip's time.</summary>
/// <remarks>For a server that stood still, or a backup that was taken back. A tip whose end is planned nowhere goes too, in two years.</remarks>
internal sealed class TipPurge(
    ITransactions transactions, ITipStore tips, IAgendaStore agenda, TipRemoval removal, IAudit audit)
{
    public const string Actor = "operator";

    /// <summary>Tips in one unit of work.</summary>
    private const int BatchSize = 50;

    /// <returns>How many would go.</returns>
    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        transactions.RunAsync(unit => Over(unit).Count(), cancellationToken);

    /// <summary>Removes them; each batch leaves a line with its count in the audit. Cut off, it goes on next time.</summary>
    /// <returns>How many went.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var all = 0;
        int batch;
        do
        {
            batch = await transactions.RunAsync(RemoveSome, cancellationToken);
            all += batch;
        }
        while (batch == BatchSize);
        return all;
    }

    private int RemoveSome(UnitOfWork unit)
    {
        var over = Over(unit).Take(BatchSize).ToList();
        if (over.Count > 0)
        {
            audit.Append(unit, new AuditEntry(Actor, AuditActs.TipsPurged, Tip: null, Reason: over.Count == 1 ? "1 tip" : $"{over.Count} tips"));
        }
        foreach (var id in over)
        {
            removal.Remove(unit, id);
        }
        return over.Count;
    }

    private IEnumerable<TipId> Over(UnitOfWork unit) =>
        tips.All(unit).Where(tip => EndOf(unit, tip) <= unit.Now).Select(tip => tip.Id);

    private DateTimeOffset EndOf(UnitOfWork unit, Tip tip)
    {
        var last = tip.Hour + TipRetention.Longest;
        return agenda.Find(unit, TipRetention.AgendaKind, tip.Id.ToString()) switch
        {
            null => tip.Hour + TipRetention.LongestOpen,
            // Tried at its time, it failed and was put off: its time is over all the same.
            { Attempts: > 0 } => unit.Now,
            { Due: var due } => due < last ? due : last,
        };
    }
}
