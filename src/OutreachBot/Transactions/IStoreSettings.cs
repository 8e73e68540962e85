namespace OutreachBot.Transactions;

/// <summary>Small facts that the store keeps about itself: its mode, the simulator's clock. Never anything private.</summary>
public interface IStoreSettings
{
    string? Get(UnitOfWork unit, string name);

    /// <param name="value">Null removes it.</param>
    void Set(UnitOfWork unit, string name, string? value);
}
