using OutreachBot.Agenda;

namespace OutreachBot.Privacy;

/// <summary>The keys that the server draws, by kind.</summary>
internal sealed class HeldKeySet(IKeyStore store, IVault vault, IAgenda agenda)
{
    public HeldKeys Epochs { get; } = new(HeldKeyKind.Epoch, store, vault, agenda);

    public HeldKeys Days { get; } = new(HeldKeyKind.Day, store, vault, agenda);

    public HeldKeys ProviderIds { get; } = new(HeldKeyKind.ProviderId, store, vault, agenda);

    public HeldKeys Of(HeldKeyKind kind) => kind switch
    {
        HeldKeyKind.Epoch => Epochs,
        HeldKeyKind.Day => Days,
        HeldKeyKind.ProviderId => ProviderIds,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
