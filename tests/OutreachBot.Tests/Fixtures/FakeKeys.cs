using System.Security.Cryptography;
using System.Text;
using OutreachBot.Addresses;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Fixtures;

/// <summary>Person keys and day keys without secrets, whose epochs and days the test ends.</summary>
internal sealed class FakeKeys : IPersonKeys, IDayKeys
{
    private readonly FakeVault _vault = new();

    public int Epoch { get; set; } = 1;

    /// <summary>Days whose key is destroyed.</summary>
    public HashSet<int> GoneDays { get; } = [];

    public PersonKeys Of(UnitOfWork unit, Address address) => new(Key(Epoch, address), Epoch > 1 ? Key(Epoch - 1, address) : null);

    public byte[] HashProviderId(UnitOfWork unit, string providerId) => SHA256.HashData(Encoding.UTF8.GetBytes("provider " + providerId));

    public (byte[] Box, int Day) Lock(UnitOfWork unit, ReadOnlySpan<byte> context, ReadOnlySpan<byte> plain) =>
        (_vault.Lock(VaultPurpose.Session, context, plain), (int)(unit.Now.ToUnixTimeSeconds() / 86_400));

    public byte[]? Unlock(UnitOfWork unit, int day, ReadOnlySpan<byte> context, ReadOnlySpan<byte> box) =>
        GoneDays.Contains(day) ? null : _vault.Unlock(VaultPurpose.Session, context, box);

    private static PersonKey Key(int epoch, Address address) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{epoch} {address.Identity}")));
}
