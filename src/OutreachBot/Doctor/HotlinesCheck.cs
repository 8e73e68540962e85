using Microsoft.Extensions.Options;
using OutreachBot.Settings;

namespace OutreachBot.Doctor;

/// <summary>A number that nobody answers may be the last one somebody tries.</summary>
internal sealed class HotlinesCheck(IOptions<HotlinesOptions> options, TimeProvider time, Judgement judgement) : IDoctorCheck
{
    private const int DaysGood = 90;
    private const string Mend = "Ring each number that 'flows/shared/hotlines.yaml' calls verified, then set Hotlines__TestedOn to the day.";

    public string Name => "hotlines";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) =>
        Judge(options.Value.TestedOn, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), await judgement.IsDemoAsync(cancellationToken));

    internal static IReadOnlyList<Finding> Judge(DateOnly? testedOn, DateOnly today, bool isDemo) => testedOn switch
    {
        null => [Finding.FaultUnless(isDemo, "Nobody has said that the hotlines were rung; outside of a demo none is shown.", Mend)],
        { } day when day > today.AddDays(1) => [Finding.Fault("Hotlines__TestedOn names a day to come.", Mend)],
        { } day when day.AddDays(DaysGood) < today => [Finding.FaultUnless(isDemo, $"The hotlines were rung last on {day:yyyy-MM-dd}, over {DaysGood} days ago.", Mend)],
        _ => [],
    };
}
