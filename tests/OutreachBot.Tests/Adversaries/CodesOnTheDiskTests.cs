using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NSec.Cryptography;
using OutreachBot.Privacy;
using OutreachBot.Settings;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Journeys;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries;

/// <summary>A thief has the disk alone, and wants to try out receipt codes: whatever lies there may be the pepper.</summary>
public sealed class CodesOnTheDiskTests
{
    private static readonly byte[] Beside = SHA256.HashData("a pepper that lies beside"u8);

    [Fact]
    public async Task Not_even_the_right_code_can_be_told_from_a_wrong_one() => Assert.False(await TellsAsync(off: null));

    [Fact]
    public async Task Where_there_is_no_pepper_it_is_found() => Assert.True(await TellsAsync(services => services
        .RemoveAll<IReceiptCodes>().AddSingleton<IReceiptCodes>(_ => new WeakCodes(pepper: null))));

    [Fact]
    public async Task Where_the_pepper_is_kept_beside_it_is_found() => Assert.True(await TellsAsync(services => services
        .RemoveAll<IReceiptCodes>().AddSingleton<IReceiptCodes>(_ => new WeakCodes(Beside))));

    private static async Task<bool> TellsAsync(Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off);
        if (off is not null)
        {
            await line.RunAsync(unit =>
            {
                line.Get<IStoreSettings>().Set(unit, "pepper", Convert.ToHexString(Beside));
                return true;
            });
        }
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no le pagan en la tienda");
        var code = Encoding.ASCII.GetBytes(vecina.Receipt.Replace("-", "", StringComparison.Ordinal));
        var store = new StolenStore(new DataDirectory(line.DataDirectory));
        var kept = Convert.ToHexString(store.Rows("tip_code").Single().Bytes("hash")!);
        var peppers = store.Tables().SelectMany(store.Rows).SelectMany(row => row.Cells).SelectMany(cell => Readings(cell.Value));
        return peppers.SelectMany(pepper => Hashes(code, pepper)).Any(hash => Convert.ToHexString(hash) == kept);
    }

    private static IEnumerable<byte[]> Readings(object? cell) => cell switch
    {
        byte[] bytes => [bytes],
        string { Length: > 0 } text when text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) => [Encoding.UTF8.GetBytes(text), Convert.FromHexString(text)],
        string text => [Encoding.UTF8.GetBytes(text)],
        _ => [],
    };

    private static IEnumerable<byte[]> Hashes(byte[] code, byte[] pepper)
    {
        var keyed = HMACSHA256.HashData(pepper, code);
        yield return SHA256.HashData(code);
        yield return keyed;
        yield return SHA256.HashData([.. pepper, .. code]);
        // Our own way, with this as the pepper and as the salt.
        var slow = PasswordBasedKeyDerivationAlgorithm.Argon2id(new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = 64, NumberOfPasses = 1 });
        var salt = new byte[slow.MaxSaltSize];
        pepper.AsSpan(0, Math.Min(pepper.Length, salt.Length)).CopyTo(salt);
        yield return slow.DeriveBytes(keyed, salt, keyed.Length);
        yield return slow.DeriveBytes(keyed, new byte[slow.MaxSaltSize], keyed.Length);
    }
}
