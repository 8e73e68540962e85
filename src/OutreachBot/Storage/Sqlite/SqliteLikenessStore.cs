using OutreachBot.Alerts;
using OutreachBot.Alerts.Duplicates;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteLikenessStore : ILikenessStore
{
    private const int IdBytes = 16;

    public IReadOnlyList<LikePair> All(UnitOfWork unit)
    {
        using var all = unit.Sqlite().Prepare("SELECT first, second, place, time, kind, verdict FROM alike ORDER BY first, second");
        var pairs = new List<LikePair>();
        while (all.Step())
        {
            pairs.Add(new LikePair(
                Tip(all.Blob(0)), Tip(all.Blob(1)), new Likeness((int)all.Int64(2), (int)all.Int64(3), (int)all.Int64(4)),
                Enum.Parse<LikeVerdict>(all.Text(5))));
        }
        return pairs;
    }

    public void Save(UnitOfWork unit, LikePair pair)
    {
        using var save = unit.Sqlite().Prepare(
            """
            INSERT INTO alike (first, second, place, time, kind, verdict) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (first, second) DO UPDATE SET place = ?3, time = ?4, kind = ?5, verdict = ?6
            """);
        save.Bind(1, pair.First.Value.ToBytes()).Bind(2, pair.Second.Value.ToBytes())
            .Bind(3, pair.Likeness.Place).Bind(4, pair.Likeness.Time).Bind(5, pair.Likeness.Kind).Bind(6, pair.Verdict.ToString())
            .Run();
    }

    public IReadOnlyList<LikeNotice> NoticesOf(UnitOfWork unit, ResponderId coordinator) =>
        Notices(unit, "WHERE coordinator = ?1", coordinator.Value.ToBytes());

    public void Save(UnitOfWork unit, LikeNotice notice)
    {
        using var save = unit.Sqlite().Prepare(
            "INSERT INTO alike_notice (id, coordinator, code, tips) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO UPDATE SET tips = ?4");
        save.Bind(1, notice.Id.ToBytes()).Bind(2, notice.Coordinator.Value.ToBytes()).Bind(3, notice.Code.ToString())
            .Bind(4, notice.Tips.SelectMany(t => t.Value.ToBytes()).ToArray())
            .Run();
    }

    public void Drop(UnitOfWork unit, LikeNotice notice) => Delete(unit, "DELETE FROM alike_notice WHERE id = ?1", notice.Id);

    public void PointTo(UnitOfWork unit, TipId duplicate, TipId of)
    {
        using var point = unit.Sqlite().Prepare("INSERT INTO tip_duplicate (tip, of) VALUES (?1, ?2) ON CONFLICT (tip) DO UPDATE SET of = ?2");
        point.Bind(1, duplicate.Value.ToBytes()).Bind(2, of.Value.ToBytes()).Run();
    }

    public TipId? DuplicateOf(UnitOfWork unit, TipId tip)
    {
        using var find = unit.Sqlite().Prepare("SELECT of FROM tip_duplicate WHERE tip = ?1");
        return find.Bind(1, tip.Value.ToBytes()).Step() ? Tip(find.Blob(0)) : null;
    }

    public void Forget(UnitOfWork unit, TipId tip)
    {
        Delete(unit, "DELETE FROM alike WHERE first = ?1 OR second = ?1", tip.Value);
        Delete(unit, "DELETE FROM tip_duplicate WHERE tip = ?1 OR of = ?1", tip.Value);
        foreach (var notice in Notices(unit, "WHERE instr(tips, ?1) > 0", tip.Value.ToBytes()).Where(n => n.Tips.Contains(tip)))
        {
            Save(unit, notice with { Tips = [.. notice.Tips.Where(t => t != tip)] });
        }
    }

    private static List<LikeNotice> Notices(UnitOfWork unit, string which, byte[] id)
    {
        using var find = unit.Sqlite().Prepare($"SELECT id, coordinator, code, tips FROM alike_notice {which} ORDER BY id");
        find.Bind(1, id);
        var notices = new List<LikeNotice>();
        while (find.Step())
        {
            notices.Add(new LikeNotice(
                RandomId.FromBytes(find.Blob(0)),
                new ResponderId(RandomId.FromBytes(find.Blob(1))),
                AlertCode.TryParse(find.Text(2), out var code) ? code : throw new FormatException("A suggestion's code is damaged."),
                [.. find.Blob(3).Chunk(IdBytes).Select(Tip)]));
        }
        return notices;
    }

    private static TipId Tip(byte[] bytes) => new(RandomId.FromBytes(bytes));

    private static void Delete(UnitOfWork unit, string sql, RandomId id)
    {
        using var delete = unit.Sqlite().Prepare(sql);
        delete.Bind(1, id.ToBytes()).Run();
    }
}
