using OutreachBot.Agenda;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteAgendaStore : IAgendaStore
{
    public void Put(UnitOfWork unit, AgendaItem item)
    {
        using var put = unit.Sqlite().Prepare(
            """
            INSERT INTO agenda (kind, subject, due, attempts) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (kind, subject) DO UPDATE SET due = ?3, attempts = ?4
            """);
        put.Bind(1, item.Kind).Bind(2, item.Subject).Bind(3, item.Due.ToUnixTimeMilliseconds()).Bind(4, item.Attempts).Run();
    }

    public bool Remove(UnitOfWork unit, string kind, string subject)
    {
        using var remove = unit.Sqlite().Prepare("DELETE FROM agenda WHERE kind = ?1 AND subject = ?2");
        return remove.Bind(1, kind).Bind(2, subject).Run() > 0;
    }

    public AgendaItem? Find(UnitOfWork unit, string kind, string subject)
    {
        using var find = unit.Sqlite().Prepare("SELECT kind, subject, due, attempts FROM agenda WHERE kind = ?1 AND subject = ?2");
        find.Bind(1, kind).Bind(2, subject);
        return find.Step() ? Read(find) : null;
    }

    public IReadOnlyList<AgendaItem> Next(UnitOfWork unit, int most)
    {
        using var next = unit.Sqlite().Prepare("SELECT kind, subject, due, attempts FROM agenda ORDER BY due LIMIT ?1");
        next.Bind(1, most);
        var items = new List<AgendaItem>();
        while (next.Step())
        {
            items.Add(Read(next));
        }
        return items;
    }

    private static AgendaItem Read(Statement row) => new(
        row.Text(0), row.Text(1), DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(2)), (int)row.Int64(3));
}
