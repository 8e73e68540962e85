using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks;

/// <summary><c>missing_entrance</c>: the host enters a state that a flow doesn't have; what she answers to an alert would lead nowhere.</summary>
internal sealed class MissingEntrance : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book) =>
        from entrance in HostEntrances.All
        where book.Book.Flows.ContainsKey(entrance.Flow) && !book.Book.Flows[entrance.Flow].States.ContainsKey(entrance.State)
        select new Diagnostic("missing_entrance", Severity.Error, book.Book.Flows[entrance.Flow].Spot,
            $"Flow '{entrance.Flow}' has no state '{entrance.State}', which an unasked message leads to", "Add the state.");
}
