using OutreachBot.Privacy.Age;
using OutreachBot.Responders;

namespace OutreachBot.Privacy.Sealing;

/// <summary>Secret keys that somebody has unlocked; in memory for as long as she needs them.</summary>
/// <param name="actor">Who she is in the audit.</param>
/// <param name="rows">The keys as they are kept; none for a sheet of other keys.</param>
internal sealed class UnlockedKeys(string actor, IReadOnlyList<Recipient> rows, IReadOnlyList<AgeIdentity> identities) : IDisposable
{
    public string Actor => actor;

    public IReadOnlyList<Recipient> Rows => rows;

    /// <summary>The responders whose keys they are; none for a sheet, or a key bound to nobody.</summary>
    public IReadOnlySet<ResponderId> Owners { get; } = rows.Select(r => r.Responder).OfType<ResponderId>().ToHashSet();

    /// <summary>In the order of <see cref="Rows"/>; a sheet's alone.</summary>
    public IReadOnlyList<AgeIdentity> Identities => identities;

    /// <summary>What two people unlocked, as one; it takes them over.</summary>
    public static UnlockedKeys Joined(string actor, UnlockedKeys one, UnlockedKeys other) =>
        new(actor, [.. one.Rows, .. other.Rows], [.. one.Identities, .. other.Identities]);

    /// <summary>Opens a file with whichever key fits.</summary>
    public AgeOpening Open(ReadOnlySpan<byte> file)
    {
        var opening = AgeOpening.Refused(AgeFault.NoMatch);
        foreach (var identity in identities)
        {
            opening = AgeFile.Open(file, identity);
            if (opening.Fault is not AgeFault.NoMatch)
            {
                break;
            }
        }
        return opening;
    }

    public void Dispose()
    {
        foreach (var identity in identities)
        {
            identity.Dispose();
        }
    }
}
