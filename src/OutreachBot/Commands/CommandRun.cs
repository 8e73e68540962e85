using System.CommandLine;
using OutreachBot.Hosting;
using OutreachBot.Settings;

namespace OutreachBot.Commands;

/// <summary>One run of one command.</summary>
internal sealed record CommandRun(
    ParseResult Parsed, Terminal Terminal, DataDirectory Data, FlowsDirectory Flows, CancellationToken Cancellation)
{
    /// <summary>The rooms put together, the store open and the settings checked, without the web server.</summary>
    /// <exception cref="Starting.StartRefusedException">The data directory is not there, or something must be mended first.</exception>
    public Task<OpenHost> OpenHostAsync() => Data.IsThere() ? OpenAsync() : throw LineAtHand.NoLineIn(Data);

    /// <summary>As <see cref="OpenHostAsync"/>; where there is no line yet one begins, and it is said.</summary>
    public async Task<OpenHost> OpenOrBeginAsync()
    {
        var begun = SayIfNew();
        var host = await OpenAsync();
        await begun();
        return host;
    }

    /// <summary>Asked before the store is opened: what says, once it is, that a line began; nothing where there was one.</summary>
    public Func<Task> SayIfNew() => Data.HasLine() ? () => Task.CompletedTask : () => SayAsync(LineAtHand.NewLineIn(Data));

    private Task<OpenHost> OpenAsync() => OpenHost.StartAsync(Data, Flows, ModeWish.TakeAsItIs, everything: false, Cancellation);

    /// <summary>Words for people, one line.</summary>
    public Task SayAsync(string line) => Terminal.Error.WriteLineAsync(line);
}
