using OutreachBot.Privacy.Age;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy.Sealing;

/// <summary>What was done with the seals there are.</summary>
/// <param name="Resealed">Sealed anew to the keys of now.</param>
/// <param name="Damaged">Could be opened by nobody, and were left as they are.</param>
/// <param name="Others">Sealed to others than the one who opens, and were left as they are.</param>
internal sealed record Resealing(int Resealed, int Damaged, int Others = 0)
{
    public static Resealing operator +(Resealing one, Resealing other) =>
        new(one.Resealed + other.Resealed, one.Damaged + other.Damaged, one.Others + other.Others);
}

/// <summary>Seals anew what somebody can open, to those of its recipients who are still there. The server alone can't.</summary>
internal sealed class Resealer(ITransactions transactions, Seals seals, IEnumerable<ISealHolder> holders)
{
    /// <summary>Seals in one unit of work: the line waits for no longer than some tens of messages would take.</summary>
    private const int BatchSize = 50;

    /// <summary>Cut off, it goes on from the beginning next time: what was sealed anew already is sealed anew again.</summary>
    /// <param name="open">Opens a file with what somebody unlocked.</param>
    public async Task<Resealing> RunAsync(Func<byte[], AgeOpening> open, CancellationToken cancellationToken)
    {
        var done = new Resealing(0, 0);
        foreach (var holder in holders)
        {
            byte[]? after = null;
            do
            {
                var from = after;
                var (last, batch) = await transactions.RunAsync(unit => Reseal(unit, holder, from, open), cancellationToken);
                after = last;
                done += batch;
            }
            while (after is not null);
        }
        return done;
    }

    /// <returns>The key of the last seal seen; null at the end.</returns>
    private (byte[]? Last, Resealing Done) Reseal(UnitOfWork unit, ISealHolder holder, byte[]? after, Func<byte[], AgeOpening> open)
    {
        var batch = holder.Next(unit, after, BatchSize);
        var (resealed, damaged, others) = (0, 0, 0);
        foreach (var seal in batch)
        {
            var opening = open(seal.File);
            if (opening.Plain is { } plain)
            {
                holder.Replace(unit, seal, seals.SealAnew(unit, plain, seal));
                resealed++;
            }
            else if (opening.Fault is AgeFault.NoMatch)
            {
                others++;
            }
            else
            {
                damaged++;
            }
        }
        return (batch.Count == 0 ? null : batch[^1].Key, new Resealing(resealed, damaged, others));
    }
}
