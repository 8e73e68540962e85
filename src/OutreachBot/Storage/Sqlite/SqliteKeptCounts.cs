using OutreachBot.Privacy;
using OutreachBot.Statistics;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteKeptCounts : IKeptCounts
{
    public IReadOnlyList<TipId> WithNumber(UnitOfWork unit)
    {
        var found = new List<TipId>();
        using var read = unit.Sqlite().Prepare("SELECT tip FROM case_key WHERE contact IS NOT NULL");
        while (read.Step())
        {
            found.Add(new TipId(RandomId.FromBytes(read.Blob(0))));
        }
        return found;
    }

    public int WaitingMessages(UnitOfWork unit) => Count(unit, "SELECT COUNT(*) FROM outbox");

    public int Conversations(UnitOfWork unit) => Count(unit, "SELECT COUNT(*) FROM person");

    private static int Count(UnitOfWork unit, string sql)
    {
        using var count = unit.Sqlite().Prepare(sql);
        count.Step();
        return (int)count.Int64(0);
    }
}
