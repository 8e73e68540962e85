using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>What this room needs of whoever can reach the reporter.</summary>
internal interface IReporterNews
{
    /// <summary>The case is over: she is let know if she agreed, and everything that was kept to reach her goes.</summary>
    void Closed(UnitOfWork unit, Tip tip);
}
