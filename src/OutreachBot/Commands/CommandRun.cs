using System.CommandLine;
using OutreachBot.Hosting;
using OutreachBot.Settings;

namespace OutreachBot.Commands;

/// <summary>One run of one command.</summary>
internal sealed record CommandRun(
    ParseResult Parsed, Terminal Terminal, DataDirectory Data, FlowsDirectory Flows, CancellationToken Cancellation)
{
    /// <summary>The rooms put together, the store open and the settings checked, without the web server.</summary>
    /// <exception cref="Starting.StartRefusedException">Something must be mended first.</exception>
    public Task<OpenHost> OpenHostAsync() => OpenHost.StartAsync(Data, Flows, ModeWish.TakeAsItIs, everything: false, Cancellation);

    /// <summary>Words for people, one line.</summary>
    public Task SayAsync(string line) => Terminal.Error.WriteLineAsync(line);
}
