using OutreachBot.Transactions;

namespace OutreachBot.Agenda;

/// <param name="Attempts">How often it was tried and failed.</param>
public sealed record AgendaItem(string Kind, string Subject, DateTimeOffset Due, int Attempts);

/// <summary>Where the agenda is kept.</summary>
public interface IAgendaStore
{
    void Put(UnitOfWork unit, AgendaItem item);

    /// <returns>False when it was not there.</returns>
    bool Remove(UnitOfWork unit, string kind, string subject);

    AgendaItem? Find(UnitOfWork unit, string kind, string subject);

    /// <summary>The next in time, whatever the time is.</summary>
    IReadOnlyList<AgendaItem> Next(UnitOfWork unit, int most);
}
