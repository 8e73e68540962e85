using System.Buffers.Binary;
using OutreachBot.Conversations;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqlitePersonStore : IPersonStore
{
    private const int SliceBits = 56;

    public StoredSession? Find(UnitOfWork unit, PersonKey person)
    {
        using var find = unit.Sqlite().Prepare("SELECT session, version FROM person WHERE id = ?1 AND person_key = ?2");
        find.Bind(1, IdOf(person)).Bind(2, person.Bytes);
        return find.Step() ? new StoredSession(find.Blob(0), find.Int64(1)) : null;
    }

    public void Save(UnitOfWork unit, PersonKey person, byte[] box, long before, DateTimeOffset seen)
    {
        using var save = unit.Sqlite().Prepare(before == 0
            ? "INSERT INTO person (id, person_key, session, version, hour_seen) VALUES (?1, ?2, ?3, ?4 + 1, ?5) ON CONFLICT DO NOTHING"
            : "UPDATE person SET session = ?3, version = ?4 + 1, hour_seen = ?5 WHERE id = ?1 AND person_key = ?2 AND version = ?4");
        save.Bind(1, IdOf(person)).Bind(2, person.Bytes).Bind(3, box).Bind(4, before).Bind(5, HourOf(seen));
        if (save.Run() == 0)
        {
            throw new ConcurrencyException();
        }
    }

    public void Remove(UnitOfWork unit, PersonKey person)
    {
        using var remove = unit.Sqlite().Prepare("DELETE FROM person WHERE id = ?1 AND person_key = ?2");
        remove.Bind(1, IdOf(person)).Bind(2, person.Bytes).Run();
    }

    public IReadOnlyList<PersonKey> Unseen(UnitOfWork unit, DateTimeOffset since, byte slice)
    {
        using var rows = unit.Sqlite().Prepare("SELECT person_key FROM person WHERE id BETWEEN ?1 AND ?2 AND hour_seen < ?3");
        return ReadKeys(rows.Bind(1, FirstOf(slice)).Bind(2, LastOf(slice)).Bind(3, HourOf(since)));
    }

    public IReadOnlyList<PersonKey> Keys(UnitOfWork unit, byte slice)
    {
        using var rows = unit.Sqlite().Prepare("SELECT person_key FROM person WHERE id BETWEEN ?1 AND ?2");
        return ReadKeys(rows.Bind(1, FirstOf(slice)).Bind(2, LastOf(slice)));
    }

    private static List<PersonKey> ReadKeys(Statement rows)
    {
        var keys = new List<PersonKey>();
        while (rows.Step())
        {
            keys.Add(new PersonKey(rows.Blob(0)));
        }
        return keys;
    }

    /// <summary>The first 8 of the key's 32 bytes. Two people meet in it once in 10⁷ stores of a million; the later of them then gets no answer until the key's epoch ends.</summary>
    private static long IdOf(PersonKey person) => BinaryPrimitives.ReadInt64BigEndian(person.Bytes);

    private static long FirstOf(byte slice) => unchecked((long)((ulong)slice << SliceBits));

    private static long LastOf(byte slice) => FirstOf(slice) + (1L << SliceBits) - 1;

    private static long HourOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / 3600;
}
