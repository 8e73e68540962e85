using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Commands;
using OutreachBot.Hosting;
using OutreachBot.Privacy;
using OutreachBot.Tests.Commands;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Backups;

/// <summary>A line with two coordinators and a sheet; its backups, and other directories they are put back into.</summary>
internal sealed class BackedUpLine : IDisposable
{
    public CoordinatorsOnFile House { get; } = new();

    public static async Task<BackedUpLine> MakeAsync()
    {
        var line = new BackedUpLine();
        await line.House.MakeAsync();
        return line;
    }

    public string At(string name) => House.At(name);

    public async Task<string> BackUpAsync(string name = "backup")
    {
        var outcome = await House.RunAsync("backup", At(name));
        Assert.Equal((ExitCode.Done, 1), (outcome.ExitCode, outcome.Lines.Length));
        return At(name);
    }

    /// <summary>A new machine: the server key has been put in its place, and nothing else.</summary>
    public void GiveKey(string directory = "new")
    {
        OwnerOnly.CreateDirectory(At($"{directory}.keys"));
        File.Copy(At("data.keys/server.key"), At($"{directory}.keys/server.key"));
    }

    public Task<CommandOutcome> RestoreAsync(string directory = "new", string backup = "backup", string sheet = "sheet", params string[] more) =>
        OnAsync(directory, ["restore", At(backup), "--passphrase-file", At(sheet), .. more]);

    public Task<CommandOutcome> OnAsync(string directory, params string[] args) =>
        CommandLineRun.RunAsync([.. args, "--data", At(directory), "--flows", RunningHost.FlowsPath()]);

    public async Task<string[]> TipsAsync(string directory) =>
        [.. (await OnAsync(directory, "tips", "list")).Lines.Order(StringComparer.Ordinal)];

    public async Task<string?> StateAsync(string directory, string id) =>
        (await TipsAsync(directory)).Select(l => JsonDocument.Parse(l).RootElement)
            .Where(t => t.GetProperty("id").GetString() == id)
            .Select(t => t.GetProperty("state").GetString()).SingleOrDefault();

    public Task<CommandOutcome> OpenAsync(string directory, string id, string passphrase) =>
        OnAsync(directory, "tips", "open", id, "--reason", "a test", "--passphrase-file", At(passphrase));

    /// <summary>Work of the rooms on a data directory, as a command's.</summary>
    public async Task DoAsync(string directory, Action<IServiceProvider, UnitOfWork> work)
    {
        await using var host = await OpenHost.StartAsync(
            new(At(directory)), new(RunningHost.FlowsPath()), ModeWish.TakeAsItIs, everything: false, TestContext.Current.CancellationToken);
        await host.Services.GetRequiredService<ITransactions>().RunAsync(unit => work(host.Services, unit), TestContext.Current.CancellationToken);
    }

    public Task EraseAsync(string directory, string id) => DoAsync(directory, (services, unit) =>
        services.GetRequiredService<TipRemoval>().Remove(unit, IdOf(id)));

    public Task WithdrawAsync(string directory, string id) => DoAsync(directory, (services, unit) =>
        services.GetRequiredService<TipRemoval>().Withdraw(unit, services.GetRequiredService<ITipStore>().Find(unit, IdOf(id))!));

    public static TipId IdOf(string text) => TipId.TryParse(text, out var id) ? id : throw new FormatException(text);

    /// <summary>By hand, as nobody does.</summary>
    public long Sql(string directory, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={At(directory)}/outreach.db;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : 0;
    }

    public void Dispose() => House.Dispose();
}
