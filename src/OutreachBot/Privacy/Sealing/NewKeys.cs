using NSec.Cryptography;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Responders;

namespace OutreachBot.Privacy.Sealing;

/// <summary>A recovery key and the operator's own, drawn and not yet kept.</summary>
internal sealed class NewKeys
{
    private NewKeys(Recipient recovery, Recipient coordinator, RecoverySheet sheet)
    {
        Recovery = recovery;
        Coordinator = coordinator;
        Sheet = sheet;
    }

    public Recipient Recovery { get; }

    public Recipient Coordinator { get; }

    /// <summary>To be kept on paper; it is the one copy of the recovery key's secret.</summary>
    public RecoverySheet Sheet { get; }

    /// <param name="responder">Whose the operator's key is; null: nobody's on file.</param>
    public static NewKeys Draw(Passphrase passphrase, PassphraseCost cost, ResponderId? responder, DateTimeOffset now)
    {
        using var recoveryKey = AgeIdentity.Draw();
        using var signing = Vouching.SigningKey(recoveryKey);
        var recovery = new Recipient(
            RandomId.Draw(), RecipientKind.Recovery, Responder: null, recoveryKey.Recipient.Text, Vouching.PublicPart(signing),
            Wrapped: null, Held: null, now);
        return new NewKeys(
            recovery,
            OfCoordinator(passphrase, cost, responder, signing, now),
            new RecoverySheet(recoveryKey.Export(), recovery.PublicKey, Vouching.Fingerprint(recovery)!, now));
    }

    /// <summary>A key for one coordinator more, vouched for by the recovery key.</summary>
    public static Recipient OfCoordinator(Passphrase passphrase, PassphraseCost cost, ResponderId responder, AgeIdentity recovery, DateTimeOffset now)
    {
        using var signing = Vouching.SigningKey(recovery);
        return OfCoordinator(passphrase, cost, responder, signing, now);
    }

    /// <summary>A key that reads the audit and opens nothing.</summary>
    public static Recipient OfAuditor(Passphrase passphrase, PassphraseCost cost, AgeIdentity recovery, DateTimeOffset now)
    {
        using var signing = Vouching.SigningKey(recovery);
        return Of(RecipientKind.Auditor, passphrase, cost, responder: null, signing, now);
    }

    private static Recipient OfCoordinator(Passphrase passphrase, PassphraseCost cost, ResponderId? responder, Key signing, DateTimeOffset now) =>
        Of(RecipientKind.Coordinator, passphrase, cost, responder, signing, now);

    private static Recipient Of(
        RecipientKind kind, Passphrase passphrase, PassphraseCost cost, ResponderId? responder, Key signing, DateTimeOffset now)
    {
        using var key = AgeIdentity.Draw();
        var made = new Recipient(
            RandomId.Draw(), kind, responder, key.Recipient.Text, Voucher: null, WrappedSecret.Wrap(key, passphrase, cost), Held: null, now);
        return made with { Voucher = Vouching.Sign(signing, made) };
    }
}
