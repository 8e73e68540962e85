using OutreachBot.Privacy.Age;
using OutreachBot.Responders;

namespace OutreachBot.Privacy.Sealing;

/// <summary>Secret keys that somebody has unlocked; in memory for as long as she needs them.</summary>
/// <param name="actor">Who she is in the audit.</param>
/// <param name="owners">The responders whose keys they are; none for a sheet, or a key bound to nobody.</param>
internal sealed class UnlockedKeys(string actor, IReadOnlySet<ResponderId> owners, IReadOnlyList<AgeIdentity> identities) : IDisposable
{
    public string Actor => actor;

    public IReadOnlySet<ResponderId> Owners => owners;

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
