using OutreachBot.Audit;
using OutreachBot.Transactions;

namespace OutreachBot.Responders.Sheets;

/// <summary>What an export wrote.</summary>
/// <param name="Silent">Of those exported, who opted out or is suspended: a sheet has no column for it, and importing it undoes neither.</param>
internal sealed record ExportResult(byte[] Sheet, int Exported, int SamplesLeftOut, int Silent)
{
    public override string ToString() => "[export]";
}

/// <summary>Takes the list of responders out, for two people; it leaves a line in the audit.</summary>
internal sealed class ResponderExport(IResponders responders, IAudit audit)
{
    /// <param name="actors">Who the two are in the audit.</param>
    public ExportResult Take(UnitOfWork unit, string actors)
    {
        var all = responders.All(unit);
        var real = all.Where(r => !r.IsSample).OrderBy(r => r.Id.ToString(), StringComparer.Ordinal).ToList();
        audit.Append(unit, new AuditEntry(actors, AuditActs.RespondersExported, Tip: null, Reason: null));
        return new ExportResult(
            ResponderSheetWriter.Write(real), real.Count, all.Count - real.Count, real.Count(r => r.OptedOut || r.Suspended));
    }
}
