using OutreachBot.Audit;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>Keeps no chain: it makes one of whatever lines there are when they are read.</summary>
internal sealed class ChainMadeOnReading(IAuditStore store) : IAuditStore
{
    public AuditLine? Head(UnitOfWork unit) => All(unit).LastOrDefault();

    public void Add(UnitOfWork unit, AuditLine line) => store.Add(unit, line);

    public IReadOnlyList<AuditLine> Read(UnitOfWork unit, long after, int most) => [.. All(unit).Where(l => l.Number > after).Take(most)];

    private List<AuditLine> All(UnitOfWork unit)
    {
        var chained = new List<AuditLine>();
        foreach (var line in store.Read(unit, 0, int.MaxValue))
        {
            var next = line with { Number = chained.Count + 1, Previous = chained.Count == 0 ? AuditHash.Beginning : chained[^1].Hash, Hash = [] };
            chained.Add(next with { Hash = AuditHash.Of(next) });
        }
        return chained;
    }
}
