using OutreachBot.Privacy;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteErasureLedger(IEnumerable<IErasureWitness> witnesses) : IErasureLedger
{
    public void Record(UnitOfWork unit, TipId id)
    {
        using var record = unit.Sqlite().Prepare("INSERT INTO erased (id, hour) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING");
        record.Bind(1, id.Value.ToBytes()).Bind(2, HourOf(unit.Now)).Run();
        unit.AfterCommit(() =>
        {
            foreach (var witness in witnesses)
            {
                witness.Erased(id);
            }
        });
    }

    public IReadOnlyList<TipId> All(UnitOfWork unit)
    {
        var ids = new List<TipId>();
        using var all = unit.Sqlite().Prepare("SELECT id FROM erased ORDER BY id");
        while (all.Step())
        {
            ids.Add(new TipId(RandomId.FromBytes(all.Blob(0))));
        }
        return ids;
    }

    public void Forget(UnitOfWork unit, DateTimeOffset before)
    {
        using var forget = unit.Sqlite().Prepare("DELETE FROM erased WHERE hour < ?1");
        forget.Bind(1, HourOf(before)).Run();
    }

    private static long HourOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / 3600;
}
