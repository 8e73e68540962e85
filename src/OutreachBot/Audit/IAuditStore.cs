using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Audit;

/// <summary>Keeps the lines. Its database refuses to change or remove one.</summary>
public interface IAuditStore
{
    /// <summary>The last line; null while there is none.</summary>
    AuditLine? Head(UnitOfWork unit);

    void Add(UnitOfWork unit, AuditLine line);

    /// <returns>In their order.</returns>
    /// <param name="after">The number of the last line seen; below 1: from the beginning.</param>
    IReadOnlyList<AuditLine> Read(UnitOfWork unit, long after, int most);
}

/// <summary>A line as it is kept.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Hour">Hours since 1970-01-01 UTC.</param>
/// <param name="Reason">Locked; empty where none was given.</param>
/// <param name="Previous">The hash of the line before; 32 zeros for the first.</param>
/// <param name="Hash">32 bytes, see <see cref="AuditHash"/>.</param>
public sealed record AuditLine(
    long Number, long Hour, string Actor, string What, RandomId? Tip, byte[] Reason, byte[] Previous, byte[] Hash);
