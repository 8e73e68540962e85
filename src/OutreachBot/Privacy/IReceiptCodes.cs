using OutreachBot.Privacy.Receipts;

namespace OutreachBot.Privacy;

/// <summary>The receipt: ten digits, the last a Damm check digit.</summary>
public interface IReceiptCodes
{
    /// <summary>A fresh code and the keyed slow hash it is kept as (32 bytes). Cheap: hashes are made ahead of need.</summary>
    (ReceiptCode Code, byte[] Hash) Draw();

    /// <summary>The code in what somebody wrote, or whether it is a typo or none at all.</summary>
    CodeReading Read(string text);

    /// <summary>The keyed slow hash; the same work for every code, known or not.</summary>
    byte[] HashOf(ReceiptCode code);
}
