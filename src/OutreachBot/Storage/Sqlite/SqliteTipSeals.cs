using OutreachBot.Privacy;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

/// <summary>The seals of all tips, for when their recipients change. A seal's key is its tip's id and its own.</summary>
internal sealed class SqliteTipSeals(ITipStore tips, KeptFrom keptFrom) : ISealHolder
{
    private const int IdSize = 16;

    public IReadOnlyList<HeldSeal> Next(UnitOfWork unit, byte[]? after, int most)
    {
        var seals = new List<HeldSeal>();
        using (var read = unit.Sqlite().Prepare("SELECT tip, id, seal FROM tip_seal WHERE (tip, id) > (?1, ?2) ORDER BY tip, id LIMIT ?3"))
        {
            read.Bind(1, after is null ? new byte[1] : after[..IdSize]).Bind(2, after is null ? new byte[1] : after[IdSize..]).Bind(3, most);
            while (read.Step())
            {
                seals.Add(new HeldSeal([.. read.Blob(0), .. read.Blob(1)], read.Blob(2), new HashSet<Responders.ResponderId>()));
            }
        }
        return [.. seals.Select(s => s with { KeptAway = keptFrom.Of(unit, TipOf(s)), Told = tips.Find(unit, TipOf(s))?.Hour, ReferredTo = tips.DiscretionOf(unit, TipOf(s)).ReferredTo })];
    }

    public void Replace(UnitOfWork unit, HeldSeal seal, byte[] file)
    {
        using var put = unit.Sqlite().Prepare("UPDATE tip_seal SET seal = ?3 WHERE tip = ?1 AND id = ?2");
        put.Bind(1, seal.Key.AsSpan(0, IdSize)).Bind(2, seal.Key.AsSpan(IdSize)).Bind(3, file).Run();
    }

    private static TipId TipOf(HeldSeal seal) => new(RandomId.FromBytes(seal.Key.AsSpan(0, IdSize)));
}
