using OutreachBot.Alerts;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteAlertStore : IAlertStore
{
    private const string Columns =
        "id, code, tip, responder, part, state, tier, score, place_free, sent, due, reminders, asked, messages, news_told";

    public Alert? Find(UnitOfWork unit, AlertId id)
    {
        using var find = unit.Sqlite().Prepare($"SELECT {Columns} FROM alert WHERE id = ?1");
        return find.Bind(1, id.Value.ToBytes()).Step() ? Read(find) : null;
    }

    public IReadOnlyList<Alert> OfTip(UnitOfWork unit, TipId tip)
    {
        using var find = unit.Sqlite().Prepare($"SELECT {Columns} FROM alert WHERE tip = ?1");
        return ReadAll(find.Bind(1, tip.Value.ToBytes()));
    }

    public IReadOnlyList<Alert> OpenOf(UnitOfWork unit, ResponderId responder)
    {
        using var find = unit.Sqlite().Prepare($"SELECT {Columns} FROM alert WHERE responder = ?1 AND open = 1");
        return ReadAll(find.Bind(1, responder.Value.ToBytes()));
    }

    public Alert? FindByCode(UnitOfWork unit, ResponderId responder, AlertCode code)
    {
        using var find = unit.Sqlite().Prepare(
            $"SELECT {Columns} FROM alert WHERE code = ?1 AND responder = ?2 ORDER BY open DESC, sent DESC LIMIT 1");
        return find.Bind(1, code.ToString()).Bind(2, responder.Value.ToBytes()).Step() ? Read(find) : null;
    }

    public bool IsTaken(UnitOfWork unit, AlertCode code)
    {
        using var find = unit.Sqlite().Prepare("SELECT 1 FROM alert WHERE code = ?1 AND open = 1 LIMIT 1");
        return find.Bind(1, code.ToString()).Step();
    }

    public void Save(UnitOfWork unit, Alert alert)
    {
        KeepStanding(unit, Find(unit, alert.Id), alert);
        using var save = unit.Sqlite().Prepare(
            $"""
            INSERT INTO alert ({Columns}, open) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
            ON CONFLICT (id) DO UPDATE SET
              part = ?5, state = ?6, place_free = ?9, sent = ?10, due = ?11, reminders = ?12, asked = ?13, messages = ?14, news_told = ?15,
              open = ?16
            """);
        save.Bind(1, alert.Id.Value.ToBytes())
            .Bind(2, alert.Code.ToString())
            .Bind(3, alert.Tip.Value.ToBytes())
            .Bind(4, alert.Responder.Value.ToBytes())
            .Bind(5, alert.Part.ToString())
            .Bind(6, alert.State.ToString())
            .Bind(7, alert.Tier.ToString())
            .Bind(8, Write(alert.Score))
            .Bind(9, alert.PlaceFree ? 1 : 0)
            .Bind(10, alert.SentAt.ToUnixTimeMilliseconds())
            .BindOrNull(11, alert.DueAt?.ToUnixTimeMilliseconds())
            .Bind(12, alert.Reminders)
            .Bind(13, alert.Asked)
            .Bind(14, alert.Messages)
            .Bind(15, alert.NewsTold ? 1 : 0)
            .Bind(16, alert.IsOpen ? 1 : 0)
            .Run();
    }

    public void RemoveOfTip(UnitOfWork unit, TipId tip)
    {
        foreach (var alert in OfTip(unit, tip).Where(a => a.IsLoad))
        {
            ChangeLoad(unit, alert.Responder, -1);
        }
        using var remove = unit.Sqlite().Prepare("DELETE FROM alert WHERE tip = ?1");
        remove.Bind(1, tip.Value.ToBytes()).Run();
    }

    public void DropStanding(UnitOfWork unit, ResponderId responder)
    {
        using var drop = unit.Sqlite().Prepare("DELETE FROM alert_standing WHERE responder = ?1");
        drop.Bind(1, responder.Value.ToBytes()).Run();
    }

    public IReadOnlyDictionary<ResponderId, Standing> Standings(UnitOfWork unit)
    {
        using var find = unit.Sqlite().Prepare("SELECT responder, load, last_alerted FROM alert_standing");
        var standings = new Dictionary<ResponderId, Standing>();
        while (find.Step())
        {
            standings.Add(
                new ResponderId(RandomId.FromBytes(find.Blob(0))),
                new Standing((int)find.Int64(1), DateTimeOffset.FromUnixTimeMilliseconds(find.Int64(2))));
        }
        return standings;
    }

    private static void KeepStanding(UnitOfWork unit, Alert? before, Alert after)
    {
        if (before is null)
        {
            using var alerted = unit.Sqlite().Prepare(
                """
                INSERT INTO alert_standing (responder, load, last_alerted) VALUES (?1, ?2, ?3)
                ON CONFLICT (responder) DO UPDATE SET load = load + ?2, last_alerted = ?3
                """);
            alerted.Bind(1, after.Responder.Value.ToBytes())
                .Bind(2, after.IsLoad ? 1 : 0)
                .Bind(3, after.SentAt.ToUnixTimeMilliseconds())
                .Run();
        }
        else if (before.IsLoad != after.IsLoad)
        {
            ChangeLoad(unit, after.Responder, after.IsLoad ? 1 : -1);
        }
    }

    private static void ChangeLoad(UnitOfWork unit, ResponderId responder, int by)
    {
        using var change = unit.Sqlite().Prepare("UPDATE alert_standing SET load = load + ?2 WHERE responder = ?1");
        change.Bind(1, responder.Value.ToBytes()).Bind(2, by).Run();
    }

    private static List<Alert> ReadAll(Statement rows)
    {
        var alerts = new List<Alert>();
        while (rows.Step())
        {
            alerts.Add(Read(rows));
        }
        return alerts;
    }

    private static Alert Read(Statement row) => new(
        new AlertId(RandomId.FromBytes(row.Blob(0))),
        AlertCode.TryParse(row.Text(1), out var code) ? code : throw new FormatException("An alert's code is damaged."),
        new TipId(RandomId.FromBytes(row.Blob(2))),
        new ResponderId(RandomId.FromBytes(row.Blob(3))),
        Enum.Parse<AlertPart>(row.Text(4)),
        Enum.Parse<AlertState>(row.Text(5)),
        Enum.Parse<Tier>(row.Text(6)),
        ReadScore(row.Text(7)),
        row.Int64(8) != 0,
        DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(9)),
        row.IsNull(10) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(10)),
        (int)row.Int64(11),
        row.Text(12),
        (int)row.Int64(13),
        row.Int64(14) != 0);

    private static string Write(ScoreParts score) =>
        $"{score.Language},{score.Experience},{score.Distance},{score.Availability},{score.Load}";

    private static ScoreParts ReadScore(string text)
    {
        var points = Array.ConvertAll(text.Split(','), int.Parse);
        return new ScoreParts(points[0], points[1], points[2], points[3], points[4]);
    }
}
