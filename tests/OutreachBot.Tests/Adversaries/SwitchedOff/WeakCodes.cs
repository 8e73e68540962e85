using System.Security.Cryptography;
using System.Text;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Receipts;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>Keeps codes as a hash under a pepper that isn't secret, or none.</summary>
/// <param name="pepper">Null: a plain SHA-256.</param>
internal sealed class WeakCodes(byte[]? pepper) : IReceiptCodes
{
    public (ReceiptCode Code, byte[] Hash) Draw()
    {
        var code = ReceiptCode.Draw();
        return (code, HashOf(code));
    }

    public CodeReading Read(string text) => CodeReading.Of(text);

    public byte[] HashOf(ReceiptCode code)
    {
        var digits = Encoding.ASCII.GetBytes(code.Digits);
        return pepper is null ? SHA256.HashData(digits) : HMACSHA256.HashData(pepper, digits);
    }
}
