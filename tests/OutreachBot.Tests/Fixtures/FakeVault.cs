using System.Security.Cryptography;
using OutreachBot.Privacy;

namespace OutreachBot.Tests.Fixtures;

/// <summary>Locks with a key that everybody knows: for tests that are about something else.</summary>
internal sealed class FakeVault : IVault
{
    public byte[] Lock(VaultPurpose purpose, ReadOnlySpan<byte> context, ReadOnlySpan<byte> plain)
    {
        var box = new byte[12 + 16 + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, 12));
        using var aes = Cipher(purpose);
        aes.Encrypt(box.AsSpan(0, 12), plain, box.AsSpan(28), box.AsSpan(12, 16), context);
        return box;
    }

    public byte[]? Unlock(VaultPurpose purpose, ReadOnlySpan<byte> context, ReadOnlySpan<byte> box)
    {
        if (box.Length < 28)
        {
            return null;
        }
        var plain = new byte[box.Length - 28];
        using var aes = Cipher(purpose);
        try
        {
            aes.Decrypt(box[..12], box[28..], box[12..28], plain, context);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static AesGcm Cipher(VaultPurpose purpose) => new(SHA256.HashData([(byte)purpose]), 16);
}
