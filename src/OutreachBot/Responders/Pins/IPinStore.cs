using OutreachBot.Transactions;

namespace OutreachBot.Responders.Pins;

/// <summary>Keeps what is known of PINs, locked. It goes with the responder's own row.</summary>
internal interface IPinStore
{
    PinRecord Find(UnitOfWork unit, ResponderId responder);

    void Save(UnitOfWork unit, ResponderId responder, PinRecord record);

    void Remove(UnitOfWork unit, ResponderId responder);
}
