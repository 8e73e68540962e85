using System.Buffers.Binary;
using System.Text;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Audit;

internal sealed class AuditTrail(IAuditStore store, IVault vault) : IAudit
{
    public void Append(UnitOfWork unit, AuditEntry entry)
    {
        var head = store.Head(unit);
        var number = (head?.Number ?? 0) + 1;
        var line = new AuditLine(
            number,
            unit.Now.ToUnixTimeSeconds() / 3600,
            entry.Actor,
            entry.What,
            entry.Tip,
            entry.Reason is { } reason ? vault.Lock(VaultPurpose.Audit, Context(number), Encoding.UTF8.GetBytes(reason)) : [],
            head?.Hash ?? AuditHash.Beginning,
            Hash: []);
        store.Add(unit, line with { Hash = AuditHash.Of(line) });
    }

    /// <returns>Null where none was given, or it is damaged.</returns>
    public string? ReasonOf(AuditLine line) =>
        vault.Unlock(VaultPurpose.Audit, Context(line.Number), line.Reason) is { } reason ? Encoding.UTF8.GetString(reason) : null;

    private static byte[] Context(long number)
    {
        var context = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(context, number);
        return context;
    }
}
