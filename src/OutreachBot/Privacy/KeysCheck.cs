using Microsoft.Extensions.Options;
using OutreachBot.Demo;
using OutreachBot.Doctor;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Settings;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy;

/// <summary>Who can open tips, and whether a swapped key would be noticed.</summary>
internal sealed class KeysCheck(ITransactions transactions, Recipients recipients, IOptions<KeysOptions> options, LineMode mode) : IDoctorCheck
{
    public string Name => "keys";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var ring = await transactions.RunAsync(recipients.Get, cancellationToken);
        return Judge(ring, options.Value.RecoveryFingerprint, mode.IsDemo);
    }

    internal static IReadOnlyList<Finding> Judge(RecipientRing ring, string? pinned, bool isDemo)
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
                "Find out who wrote to the database; restore it from a backup, or make keys anew: keys new --replace"));
        }
        findings.AddRange(ring.All
            .Where(r => r is { Kind: RecipientKind.Coordinator, Responder: null })
            .Select(r => Finding.Note(
                $"The key {r.Id} is bound to no coordinator: tips that keep any coordinator away are not sealed to it.",
                "If its owner is a coordinator on file: keys new --replace --responder R")));
        return findings;
    }
}
