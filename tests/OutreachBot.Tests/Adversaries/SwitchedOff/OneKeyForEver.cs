using System.Security.Cryptography;
using System.Text;
using OutreachBot.Addresses;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>A number has one key for good: its epoch never ends.</summary>
internal sealed class OneKeyForEver : IPersonKeys
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public PersonKeys Of(UnitOfWork unit, Address address) =>
        new(new PersonKey(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(address.Identity))), Previous: null);

    public byte[] HashProviderId(UnitOfWork unit, string providerId) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(providerId));
}
