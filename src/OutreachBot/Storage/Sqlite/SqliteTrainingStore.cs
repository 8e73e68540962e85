using OutreachBot.Outreach;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteTrainingStore : ITrainingStore
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public void Add(UnitOfWork unit, Training training)
    {
        using var add = unit.Sqlite().Prepare("INSERT INTO training (id, day, municipality, women, men) VALUES (?1, ?2, ?3, ?4, ?5)");
        add.Bind(1, training.Id.ToBytes()).Bind(2, training.Day.DayNumber - Epoch).Bind(3, training.Municipality)
            .Bind(4, training.Women).Bind(5, training.Men).Run();
    }

    public IReadOnlyList<Training> Between(UnitOfWork unit, DateOnly from, DateOnly to)
    {
        var found = new List<Training>();
        using var read = unit.Sqlite().Prepare(
            "SELECT id, day, municipality, women, men FROM training WHERE day BETWEEN ?1 AND ?2 ORDER BY day, id");
        read.Bind(1, from.DayNumber - Epoch).Bind(2, to.DayNumber - Epoch);
        while (read.Step())
        {
            found.Add(new Training(
                RandomId.FromBytes(read.Blob(0)), DateOnly.FromDayNumber((int)read.Int64(1) + Epoch), read.Text(2), (int)read.Int64(3), (int)read.Int64(4)));
        }
        return found;
    }
}
