using Microsoft.Extensions.Options;
using OutreachBot.Agenda;
using OutreachBot.Demo;
using OutreachBot.Doctor;
using OutreachBot.Privacy.Receipts;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class PrivacyServices
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton(p => new ServerKeySource(
            p.GetRequiredService<IOptions<KeysOptions>>().Value,
            p.GetRequiredService<DataDirectory>(),
            Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY")))
        .AddSingleton(p => p.GetRequiredService<ServerKeySource>().Find()
            ?? throw new InvalidOperationException("The start makes the server key before anything asks for it."))
        .AddSingleton<IStartStep>(p => new KeyStart(
            p.GetRequiredService<ServerKeySource>(),
            p.GetRequiredService<ITransactions>,
            p.GetRequiredService<IStoreSettings>(),
            p.GetRequiredService<Recipients>,
            p.GetRequiredService<ILogger<KeyStart>>()))
        .AddSingleton<IVault>(p => new Vault(p.GetRequiredService<ServerKey>))
        .AddSingleton<HeldKeySet>()
        .AddSingleton<IPersonKeys, PersonKeysByEpoch>()
        .AddSingleton<IDayKeys, DayKeys>()
        .AddSingleton<IAgendaHandler, KeyDestruction>()
        .AddSingleton<IDoctorCheck, KeysCheck>()
        .AddSingleton<IDoctorCheck, FileModesCheck>()
        .AddReceipts()
        .AddSealing();

    private static IServiceCollection AddReceipts(this IServiceCollection services) => services
        .AddSingleton(p => new ReceiptCodes(p.GetRequiredService<ServerKey>))
        .AddSingleton<IReceiptCodes>(p => p.GetRequiredService<ReceiptCodes>())
        .AddSingleton<IPinHashes>(p => new PinHashes(p.GetRequiredService<ServerKey>))
        .AddHostedService<ReadyCodesService>();

    private static IServiceCollection AddSealing(this IServiceCollection services) => services
        .AddSingleton(p => new Recipients(
            p.GetRequiredService<IRecipientStore>(),
            p.GetRequiredService<IVault>(),
            p.GetRequiredService<IOptions<KeysOptions>>().Value.RecoveryFingerprint))
        .AddSingleton<Seals>()
        .AddSingleton<ISeals>(p => p.GetRequiredService<Seals>())
        .AddSingleton<Resealer>()
        .AddSingleton<KeyUnlocking>()
        .AddSingleton<WrongPassphrases>()
        .AddSingleton<KeyCeremony>()
        .AddSingleton<IResponderKeys>(p => p.GetRequiredService<KeyCeremony>())
        .AddSingleton<KeyChange>()
        .AddSingleton<ProvisionalPassphrase>()
        .AddSingleton<IDemoResident, DemoKey>()
        .AddHostedService<DemoPassphraseNotice>();
}
