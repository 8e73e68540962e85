using OutreachBot.Flows.Checks;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Loading;
using OutreachBot.Settings;

namespace OutreachBot.Doctor;

/// <summary>The flows load and have no error. What they could do better, <c>flows lint</c> tells.</summary>
internal sealed class FlowsCheck(FlowsDirectory flows) : IDoctorCheck
{
    private const int Shown = 5;

    public string Name => "flows";

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(flows.Path))
        {
            return Task.FromResult<IReadOnlyList<Finding>>(
                [Finding.Fault($"There is no flows directory {flows.Path}.", "Start where it is, or name it with --flows DIR.")]);
        }
        var loaded = FlowBookLoader.Load(flows.Path);
        var errors = loaded.Diagnostics.Concat(loaded.Book is { } book ? FlowLinter.Lint(book) : [])
            .Where(d => d.Severity is Severity.Error).ToList();
        var findings = errors.Take(Shown).Select(d => Finding.Fault($"{d.Spot}: {d.Problem}.", d.Mend)).ToList();
        if (errors.Count > Shown)
        {
            findings.Add(Finding.Fault($"{errors.Count - Shown} more errors stand in the flows.", "See them with: flows lint"));
        }
        return Task.FromResult<IReadOnlyList<Finding>>(findings);
    }
}
