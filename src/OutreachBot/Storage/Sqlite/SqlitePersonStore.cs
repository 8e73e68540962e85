using OutreachBot.Conversations;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqlitePersonStore : IPersonStore
{
    public StoredSession? Find(UnitOfWork unit, PersonKey person)
    {
        using var find = unit.Sqlite().Prepare("SELECT session, version FROM person WHERE person_key = ?1");
        find.Bind(1, person.Bytes);
        return find.Step() ? new StoredSession(find.Blob(0), find.Int64(1)) : null;
    }

    public void Save(UnitOfWork unit, PersonKey person, byte[] box, long before, DateTimeOffset seen)
    {
        using var save = unit.Sqlite().Prepare(before == 0
            ? "INSERT INTO person (person_key, session, version, hour_seen) VALUES (?1, ?2, ?3 + 1, ?4) ON CONFLICT DO NOTHING"
            : "UPDATE person SET session = ?2, version = ?3 + 1, hour_seen = ?4 WHERE person_key = ?1 AND version = ?3");
        save.Bind(1, person.Bytes).Bind(2, box).Bind(3, before).Bind(4, HourOf(seen));
        if (save.Run() == 0)
        {
            throw new ConcurrencyException();
        }
    }

    public void Remove(UnitOfWork unit, PersonKey person)
    {
        using var remove = unit.Sqlite().Prepare("DELETE FROM person WHERE person_key = ?1");
        remove.Bind(1, person.Bytes).Run();
    }

    public void RemoveUnseen(UnitOfWork unit, DateTimeOffset since, byte slice)
    {
        using var remove = unit.Sqlite().Prepare(
            "DELETE FROM person WHERE person_key >= ?1 AND (?2 IS NULL OR person_key < ?2) AND hour_seen < ?3");
        Slices.Bind(remove, 1, slice);
        remove.Bind(3, HourOf(since)).Run();
    }

    public IReadOnlyList<PersonKey> Keys(UnitOfWork unit, byte slice)
    {
        using var rows = unit.Sqlite().Prepare("SELECT person_key FROM person WHERE person_key >= ?1 AND (?2 IS NULL OR person_key < ?2)");
        Slices.Bind(rows, 1, slice);
        var keys = new List<PersonKey>();
        while (rows.Step())
        {
            keys.Add(new PersonKey(rows.Blob(0)));
        }
        return keys;
    }

    private static long HourOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / 3600;
}
