namespace OutreachBot.Privacy.Sealing;

/// <summary>What is printed and locked away: the recovery key's secret. Its text is an identity file for stock <c>age</c> as it stands.</summary>
/// <param name="secretKey"><c>AGE-SECRET-KEY-1…</c></param>
/// <param name="publicKey"><c>age1…</c></param>
/// <param name="fingerprint">64 hexadecimal digits, for <c>Keys__RecoveryFingerprint</c>.</param>
internal sealed class RecoverySheet(string secretKey, string publicKey, string fingerprint, DateTimeOffset made)
{
    public string Fingerprint => fingerprint;

    public string Reveal() =>
        $"""
        # RECOVERY SHEET, made {made.UtcDateTime:yyyy-MM-dd}
        #
        # Whoever has this sheet can open every tip sealed from today on, and nothing else can replace it:
        # the key below is on no machine. Print it twice, check that it can be read, lock the copies away
        # in two places, and delete this file.
        #
        # public key:   {publicKey}
        # fingerprint:  {fingerprint}
        #               Set Keys__RecoveryFingerprint to it: a swapped key is then refused.
        #
        # To open a tip without any passphrase: tips open ID --reason R --passphrase-file THIS_FILE
        # To open a seal without this program:  age --decrypt --identity THIS_FILE SEAL
        {secretKey}

        """.ReplaceLineEndings("\n");

    public override string ToString() => "[recovery sheet]";
}
