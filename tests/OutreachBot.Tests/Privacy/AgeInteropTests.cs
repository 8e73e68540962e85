using System.ComponentModel;
using System.Diagnostics;
using OutreachBot.Privacy.Age;

namespace OutreachBot.Tests.Privacy;

/// <summary>Both ways against the stock <c>age</c> of the system.</summary>
public sealed class AgeInteropTests : IDisposable
{
    private static readonly int[] Edges = [0, 1, 65_535, 65_536, 65_537, 131_072];
    private readonly string _directory = Directory.CreateTempSubdirectory("outreach-age-").FullName;
    private readonly AgeIdentity _identity = AgeIdentity.Draw();
    private readonly AgeIdentity _other = AgeIdentity.Draw();

    public AgeInteropTests() => File.WriteAllText(At("identity"), _identity.Export() + "\n");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Stock_age_opens_what_we_sealed()
    {
        SkipWithoutAge();
        foreach (var plain in Cases(seed: 1))
        {
            // Stock age opens its output at the first byte: an empty file is none.
            File.WriteAllBytes(At("opened"), []);
            File.WriteAllBytes(At("sealed"), AgeFile.Seal(plain, [_other.Recipient, _identity.Recipient]));
            Run("age", "--decrypt", "--identity", At("identity"), "--output", At("opened"), At("sealed"));
            Assert.Equal(plain, File.ReadAllBytes(At("opened")));
        }
    }

    [Fact]
    public void We_open_what_stock_age_sealed()
    {
        SkipWithoutAge();
        foreach (var plain in Cases(seed: 2))
        {
            File.WriteAllBytes(At("plain"), plain);
            Run("age", "--encrypt", "--recipient", _other.Recipient.Text, "--recipient", _identity.Recipient.Text, "--output", At("sealed"), At("plain"));
            Assert.Equal(plain, AgeFile.Open(File.ReadAllBytes(At("sealed")), _identity).Plain);
        }
    }

    [Fact]
    public void Stock_age_reads_our_keys_and_we_read_its()
    {
        SkipWithoutAge();
        Assert.Equal(_identity.Recipient.Text, Run("age-keygen", "-y", At("identity")).Trim());

        var theirs = Run("age-keygen").Split('\n').Single(line => line.StartsWith("AGE-SECRET-KEY-1", StringComparison.Ordinal));
        Assert.True(AgeIdentity.TryParse(theirs, out var identity));
        File.WriteAllText(At("theirs"), theirs + "\n");
        Assert.Equal(Run("age-keygen", "-y", At("theirs")).Trim(), identity.Recipient.Text);
    }

    /// <summary>A hundred: the edges of a chunk, and random sizes up to three chunks.</summary>
    private static IEnumerable<byte[]> Cases(int seed)
    {
        var random = new Random(seed);
        var sizes = Edges.Concat(Enumerable.Range(0, 100 - Edges.Length).Select(_ => random.Next(200_000)));
        foreach (var size in sizes)
        {
            var bytes = new byte[size];
            random.NextBytes(bytes);
            yield return bytes;
        }
    }

    internal static void SkipWithoutAge()
    {
        try
        {
            Run("age", "--version");
        }
        catch (Win32Exception)
        {
            Assert.Skip("needs the system package 'age'");
        }
    }

    internal static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return output;
    }

    private string At(string name) => Path.Combine(_directory, name);
}
