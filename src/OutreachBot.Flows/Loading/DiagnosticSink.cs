using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Loading;

/// <summary>Collects what is wrong: an author wants to see all of it at once.</summary>
internal sealed class DiagnosticSink
{
    /// <summary>More than this tells an author nothing; a file of noise would give thousands.</summary>
    private const int Most = 200;

    private readonly List<Diagnostic> _found = [];

    public IReadOnlyList<Diagnostic> Found => _found;

    public bool HasErrors { get; private set; }

    public void Error(string code, SourceSpot spot, string problem, string mend) =>
        Add(new Diagnostic(code, Severity.Error, spot, problem, mend));

    public void Warning(string code, SourceSpot spot, string problem, string mend) =>
        Add(new Diagnostic(code, Severity.Warning, spot, problem, mend));

    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == Severity.Error;
        if (_found.Count < Most)
        {
            _found.Add(diagnostic);
        }
    }
}
