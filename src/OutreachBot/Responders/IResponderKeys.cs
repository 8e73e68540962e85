using OutreachBot.Transactions;

namespace OutreachBot.Responders;

/// <summary>What opens tips for those on file, as far as this room needs to know: whoever goes takes no key along.</summary>
public interface IResponderKeys
{
    /// <summary>Destroys all of hers.</summary>
    /// <returns>How many there were.</returns>
    int DestroyOf(UnitOfWork unit, ResponderId responder);
}
