using System.Diagnostics;
using System.Text;

namespace OutreachBot.Tests.Fixtures;

/// <summary>Everything that lies on the disk of a data directory, as a thief would read it.</summary>
internal sealed class RawBytes(IReadOnlyDictionary<string, byte[]> files)
{
    public IEnumerable<string> Files => files.Keys;

    /// <summary>Whether a word lies there, in UTF-8 or UTF-16.</summary>
    public bool Holds(string canary) =>
        files.Values.Any(f => f.AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)) >= 0
            || f.AsSpan().IndexOf(Encoding.Unicode.GetBytes(canary)) >= 0);

    public bool Holds(byte[] canary) => files.Values.Any(f => f.AsSpan().IndexOf(canary) >= 0);

    /// <summary>Copies the directory by another process first: if this one closed the database's files, SQLite's locks on them would go.</summary>
    public static async Task<RawBytes> ReadAsync(string directory)
    {
        var copy = Directory.CreateTempSubdirectory("outreach-raw").FullName;
        try
        {
            using var cp = Process.Start(new ProcessStartInfo("cp", ["-a", directory + "/.", copy])) ?? throw new InvalidOperationException("no cp");
            await cp.WaitForExitAsync();
            Assert.Equal(0, cp.ExitCode);
            return new RawBytes(Directory.GetFiles(copy, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllBytes));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}
