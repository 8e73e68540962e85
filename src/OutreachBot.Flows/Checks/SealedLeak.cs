using OutreachBot.Flows.Checks.Leaks;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks;

/// <summary>
/// <c>sealed_leak</c>, the privacy lint: a sealed value reaches nobody but the person who gave it, except through
/// <c>hand_over</c> and <c>relay</c>.
/// </summary>
/// <remarks>
/// Information flow over the whole book, in every language. Five roads are looked at: marks that promise too little, values
/// handed to effects and flows, another person's words, prompts, and what a branch on a sealed value gives away by where it
/// leads. The one declared way down is a <c>sign</c>, a yes or no read out of a story. That something was told at all
/// (<c>known</c>) is no secret, and what an effect came out as is the effect's own contract.
/// </remarks>
internal sealed class SealedLeak : ICheck
{
    private static readonly ICheck[] Roads = [new LowMarks(), new HandedOn(), new OthersWords(), new SaidAloud(), new BranchesOnSealed()];

    public IEnumerable<Diagnostic> Find(CheckedBook book) => Roads.SelectMany(r => r.Find(book));

    public static Diagnostic Fault(SourceSpot spot, string problem, string mend) => new("sealed_leak", Severity.Error, spot, problem, mend);

    public static string Word(Privacy privacy) => privacy.ToString().ToLowerInvariant();
}
