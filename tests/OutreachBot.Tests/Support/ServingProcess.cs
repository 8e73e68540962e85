using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using OutreachBot.Privacy;
using OutreachBot.Settings;

namespace OutreachBot.Tests.Support;

/// <summary><c>serve</c> in a process of its own, as a demo on a fresh data directory.</summary>
internal sealed class ServingProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";

    private readonly string _directory = Directory.CreateTempSubdirectory("outreach-serving-").FullName;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private ServingProcess(IReadOnlyDictionary<string, string?> settings)
    {
        Directory.CreateDirectory(Temporary);
        Data = new DataDirectory(Path.Combine(_directory, "data"));
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(
                "dotnet",
                [typeof(IVault).Assembly.Location, "serve", "--demo", "--urls", "http://127.0.0.1:0", "--data", Data.Path, "--flows", RunningHost.FlowsPath()])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            },
            EnableRaisingEvents = true,
        };
        _process.StartInfo.Environment["TMPDIR"] = Temporary;
        // As in the service file: no debugger's socket, and no dump on demand.
        _process.StartInfo.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (name, value) in settings)
        {
            _process.StartInfo.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException(string.Join('\n', _output)));
    }

    public DataDirectory Data { get; }

    /// <summary>What it takes for the directory of temporary files.</summary>
    public string Temporary => Path.Combine(_directory, "tmp");

    public HttpClient Client { get; private set; } = null!;

    /// <param name="settings">Names as in the environment, with <c>:</c> for <c>__</c>.</param>
    public static async Task<ServingProcess> StartAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var serving = new ServingProcess(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal));
        serving._process.Start();
        serving._process.BeginOutputReadLine();
        serving._process.BeginErrorReadLine();
        serving.Client = new HttpClient { BaseAddress = await serving._address.Task };
        return serving;
    }

    /// <summary>Messages of one of the simulator's phones.</summary>
    public async Task SayAsync(string phone, params string[] texts)
    {
        foreach (var text in texts)
        {
            using var response = await Client.PostAsJsonAsync("/simulator/messages", new { phone, text });
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    /// <summary>All it has written so far, to stdout and to stderr.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>A file beside its data directory.</summary>
    public string Beside(string name) => Path.Combine(_directory, name);

    /// <summary>Ends it.</summary>
    /// <returns>All it wrote, to stdout and to stderr.</returns>
    public async Task<string> StopAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        await _process.WaitForExitAsync();
        return string.Join('\n', _output);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
        Client.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }
        _output.Enqueue(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
        {
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
        }
    }
}
