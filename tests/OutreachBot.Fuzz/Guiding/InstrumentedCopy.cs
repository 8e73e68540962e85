using System.Diagnostics;

namespace OutreachBot.Fuzz.Guiding;

/// <summary>A copy of this program in which the code under test counts its branches.</summary>
internal sealed class InstrumentedCopy : IDisposable
{
    private static readonly string[] UnderTest = ["OutreachBot.dll", "OutreachBot.Flows.dll", "YamlDotNet.dll"];

    private readonly string _folder;

    private InstrumentedCopy(string folder) => _folder = folder;

    public static InstrumentedCopy Make()
    {
        var folder = Directory.CreateTempSubdirectory("outreachbot-fuzz-").FullName;
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(AppContext.BaseDirectory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        foreach (var assembly in UnderTest)
        {
            _ = SharpFuzz.Fuzzer.Instrument(Path.Combine(folder, assembly), _ => true, SharpFuzz.Options.Value);
        }
        return new InstrumentedCopy(folder);
    }

    /// <summary>Runs it with these arguments, in this terminal.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(Path.Combine(_folder, "OutreachBot.Fuzz.dll"));
        }
        else
        {
            start.FileName = Path.Combine(_folder, Path.GetFileName(Environment.ProcessPath!));
        }
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
