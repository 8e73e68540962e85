using OutreachBot.Transactions;

namespace OutreachBot.Agenda;

/// <summary>Things to be done at a time. Durable; each is done once, in a unit of work of its own.</summary>
public interface IAgenda
{
    /// <summary>Plans it, or moves it when the same kind and subject is planned already.</summary>
    /// <param name="subject">An id; never a number or words.</param>
    void Plan(UnitOfWork unit, DateTimeOffset due, string kind, string subject);

    void Cancel(UnitOfWork unit, string kind, string subject);

    bool IsPlanned(UnitOfWork unit, string kind, string subject);
}

/// <summary>Does what was planned under a kind.</summary>
public interface IAgendaHandler
{
    string Kind { get; }

    /// <summary>Does it. It is no longer planned at this moment, and may be planned anew.</summary>
    void Handle(UnitOfWork unit, string subject);
}
