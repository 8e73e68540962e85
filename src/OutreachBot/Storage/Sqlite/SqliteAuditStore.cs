using OutreachBot.Audit;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteAuditStore : IAuditStore
{
    private const string Columns = "SELECT number, hour, actor, what, tip, reason, prev, hash FROM audit";

    public AuditLine? Head(UnitOfWork unit)
    {
        using var read = unit.Sqlite().Prepare($"{Columns} ORDER BY number DESC LIMIT 1");
        return read.Step() ? Line(read) : null;
    }

    public void Add(UnitOfWork unit, AuditLine line)
    {
        using var add = unit.Sqlite().Prepare(
            "INSERT INTO audit (number, hour, actor, what, tip, reason, prev, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        add.Bind(1, line.Number).Bind(2, line.Hour).Bind(3, line.Actor).Bind(4, line.What)
            .Bind(6, line.Reason).Bind(7, line.Previous).Bind(8, line.Hash);
        _ = line.Tip is { } tip ? add.Bind(5, tip.ToBytes()) : add.BindNull(5);
        add.Run();
    }

    public IReadOnlyList<AuditLine> Read(UnitOfWork unit, long after, int most)
    {
        var lines = new List<AuditLine>();
        using var read = unit.Sqlite().Prepare($"{Columns} WHERE number > ?1 ORDER BY number LIMIT ?2");
        read.Bind(1, after).Bind(2, most);
        while (read.Step())
        {
            lines.Add(Line(read));
        }
        return lines;
    }

    private static AuditLine Line(Statement read)
    {
        var tip = read.BlobOrNull(4);
        // A tip's id that is none was not written by us: without a hash the line is seen to be changed.
        var isOurs = tip is null or { Length: RandomId.Size };
        return new AuditLine(
            read.Int64(0),
            read.Int64(1),
            read.Text(2),
            read.Text(3),
            tip is { Length: RandomId.Size } ? RandomId.FromBytes(tip) : null,
            read.Blob(5),
            read.Blob(6),
            isOurs ? read.Blob(7) : []);
    }
}
