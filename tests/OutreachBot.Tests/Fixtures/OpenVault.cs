using OutreachBot.Privacy;

namespace OutreachBot.Tests.Fixtures;

/// <summary>A vault that binds boxes to purpose and context, for tests of what lies around it. Locks nothing.</summary>
internal sealed class OpenVault : IVault
{
    public byte[] Lock(VaultPurpose purpose, ReadOnlySpan<byte> context, ReadOnlySpan<byte> plain) =>
        [(byte)purpose, (byte)context.Length, .. context, .. plain];

    public byte[]? Unlock(VaultPurpose purpose, ReadOnlySpan<byte> context, ReadOnlySpan<byte> box)
    {
        byte[] head = [(byte)purpose, (byte)context.Length, .. context];
        return box.StartsWith(head) ? box[head.Length..].ToArray() : null;
    }
}
