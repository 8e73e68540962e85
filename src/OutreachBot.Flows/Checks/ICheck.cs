using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks;

/// <summary>Looks for one fault in a book of flows.</summary>
internal interface ICheck
{
    IEnumerable<Diagnostic> Find(CheckedBook book);
}
