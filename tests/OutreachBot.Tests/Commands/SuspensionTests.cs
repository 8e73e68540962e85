using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Agenda;
using OutreachBot.Commands;
using OutreachBot.Responders;
using OutreachBot.Starting;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Commands;

public sealed class SuspensionTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task With_flows_that_cannot_be_read_she_is_out_all_the_same_and_the_server_gives_back_what_she_had()
    {
        var responders = new FakeResponders();
        var ana = responders.Add(Some.Phone());
        await using var services = new ServiceCollection()
            .AddSingleton<ITransactions>(_ => _store.Transactions)
            .AddSingleton<IResponders>(responders)
            .AddSingleton<IResponderWork>(new NoWords())
            .AddSingleton<IAgendaStore, SqliteAgendaStore>()
            .AddSingleton(TimeProvider.System)
            .AddAgenda()
            .BuildServiceProvider();
        var suspension = new Suspension(services, ana.Id, suspended: true);

        Assert.True(await suspension.ApplyAsync(CancellationToken.None));

        Assert.True(suspension.LeftToServer);
        Assert.True(responders.Find(null!, ana.Id)!.Suspended);
        Assert.True(await _store.RunAsync(
            unit => services.GetRequiredService<IAgenda>().IsPlanned(unit, Departure.AgendaKind, ana.Id.ToString())));
    }

    private sealed class NoWords : IResponderWork
    {
        public int CountOf(UnitOfWork unit, ResponderId responder) => 1;

        public void GiveBack(UnitOfWork unit, ResponderId responder) => throw new StartRefusedException("flows: there is no such folder.");

        public void SetAside(UnitOfWork unit, ResponderId responder) => throw new NotSupportedException();

        public void TakeUp(UnitOfWork unit, ResponderId responder) => throw new NotSupportedException();
    }
}
