using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Agenda;
using OutreachBot.Alerts;
using OutreachBot.Alerts.Duplicates;
using OutreachBot.Audit;
using OutreachBot.Conversations;
using OutreachBot.Doctor;
using OutreachBot.Media;
using OutreachBot.Outbox;
using OutreachBot.Outreach;
using OutreachBot.Places.Imports;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Responders.Pins;
using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Statistics;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Storage;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.TryAddSingleton<TimeProvider>(new SimulatedClock());
        return services
            .AddSingleton<IStoreSettings, SqliteStoreSettings>()
            .AddSingleton<IImportedPlaces, SqliteImportedPlaces>()
            .AddSingleton<IAgendaStore, SqliteAgendaStore>()
            .AddSingleton<IKeyStore, SqliteKeyStore>()
            .AddSingleton<IRecipientStore, SqliteRecipientStore>()
            .AddSingleton<IPersonStore, SqlitePersonStore>()
            .AddSingleton<IInboundStore, SqliteInboundStore>()
            .AddSingleton<IOutboxStore, SqliteOutboxStore>()
            .AddSingleton<IProviderCopyStore, SqliteProviderCopyStore>()
            .AddSingleton<IAuditStore, SqliteAuditStore>()
            .AddSingleton<ITipStore, SqliteTipStore>()
            .AddSingleton<IErasureLedger, SqliteErasureLedger>()
            .AddSingleton<ISealHolder, SqliteTipSeals>()
            .AddSingleton<IDoctorCheck, DatabaseCheck>()
            .AddSingleton<IHandOverStore, SqliteHandOverStore>()
            .AddSingleton<IPinStore, SqlitePinStore>()
            .AddSingleton<ICaseStore, SqliteCaseStore>()
            .AddSingleton<IMediumStore, SqliteMediumStore>()
            .AddSingleton<IAlertStore, SqliteAlertStore>()
            .AddSingleton<ILikenessStore, SqliteLikenessStore>()
            .AddSingleton<IResponderStore, SqliteResponderStore>()
            .AddSingleton<IReleaseStore, SqliteReleaseStore>()
            .AddSingleton<IKeptCounts, SqliteKeptCounts>()
            .AddSingleton<ITrainingStore, SqliteTrainingStore>()
            .AddSingleton(Open)
            .AddSingleton<ITransactions>(p => p.GetRequiredService<SqliteTransactions>())
            .AddSingleton<IStartStep>(p => new StoreStart(
                p.GetRequiredService<ITransactions>, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<IStoreSettings>()));
    }

    private static SqliteTransactions Open(IServiceProvider services)
    {
        var directory = services.GetRequiredService<DataDirectory>();
        directory.Create();
        return SqliteStart.Open(
            new SqliteFile(directory.DatabaseFile()),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<SqliteTransactions>>());
    }
}
