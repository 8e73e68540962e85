using Microsoft.Extensions.Options;
using OutreachBot.Doctor;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Settings;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy;

/// <summary>Who can open tips, and whether a swapped key would be noticed.</summary>
internal sealed class KeysCheck(ITransactions transactions, Recipients recipients, IOptions<KeysOptions> options, IResponders responders, Judgement judgement) : IDoctorCheck
{
    public string Name => "keys";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var (ring, onFile) = await transactions.RunAsync(
            unit => (recipients.Get(unit), responders.All(unit).Select(r => r.Id).ToHashSet()), cancellationToken);
        return Judge(ring, options.Value.RecoveryFingerprint, await judgement.IsDemoAsync(cancellationToken), onFile);
    }

    /// <param name="onFile">Whoever is not has no key to have.</param>
    internal static IReadOnlyList<Finding> Judge(RecipientRing ring, string? pinned, bool isDemo, IReadOnlySet<ResponderId> onFile)
    {
        if (ring.Recovery is not { } recovery)
        {
            return [Finding.Fault("No keys have been made: tips are sealed to a provisional key, which this machine itself could open.", "Run: keys new")];
        }
        var findings = new List<Finding>();
        if (ring.Provisional is not null)
        {
            findings.Add(Finding.Fault("The provisional key is still there: an earlier 'keys new' was cut off.", "Run it again: keys new"));
        }
        if (ring.IsSwapped)
        {
            findings.Add(Finding.Fault(
                "The recovery key in the database is not the one that Keys__RecoveryFingerprint names.",
                "If you made new keys, set it to the fingerprint on the new sheet; else restore the data directory from a backup."));
        }
        if (pinned is null)
        {
            findings.Add(Finding.FaultUnless(
                isDemo,
                "The recovery key is not pinned: whoever can write to the database could put another in its place.",
                $"Compare with the recovery sheet, then set Keys__RecoveryFingerprint={Vouching.Fingerprint(recovery)}"));
        }
        if (ring.Refused.Count > 0)
        {
            findings.Add(Finding.Fault(
                $"{ring.Refused.Count} keys in the database are not vouched for by the recovery key, and nothing is sealed to them: somebody may have put them there.",
                "Find out who wrote to the database; restore it from a backup, or take them out: users remove --key ID"));
        }
        findings.AddRange(ring.All.Where(r => r.Kind is RecipientKind.Coordinator).SelectMany(r => OfOwner(r, onFile)));
        if (!isDemo && onFile.Count > 0 && !ring.All.Any(r => r.Responder is { } owner && onFile.Contains(owner) && ring.IsCoordinatorInUse(r)))
        {
            findings.Add(Finding.Fault("No coordinator has a key: tips are opened with the recovery sheet alone, or with a key that is nobody's.", "Fetch the sheet: keys recover --responder R --sheet FILE"));
        }
        return findings;
    }

    private static IEnumerable<Finding> OfOwner(Recipient key, IReadOnlySet<ResponderId> onFile)
    {
        if (key.Responder is not { } owner)
        {
            yield return Finding.Note(
                $"The key {key.Id} is bound to no coordinator: tips that keep any coordinator away are not sealed to it.",
                $"If its owner is on file, give her one of her own: users add --responder R --sheet FILE; then, as she: users remove --key {key.Id}");
        }
        else if (!onFile.Contains(owner))
        {
            yield return Finding.Fault(
                $"The key {key.Id} belongs to somebody who is not on file: whoever has its passphrase opens tips.",
                $"Destroy it; another coordinator signs in, or the sheet: users remove --key {key.Id}");
        }
    }
}
