using OutreachBot.Fuzz.Targets;

namespace OutreachBot.Fuzz;

/// <summary>All readers of strangers' bytes that are fuzzed.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyDictionary<string, Func<IFuzzTarget>> All { get; } = new Dictionary<string, Func<IFuzzTarget>>(StringComparer.Ordinal)
    {
        [AgeTarget.Word] = () => new AgeTarget(),
        [WebhookTarget.Word] = () => new WebhookTarget(),
        [YamlTarget.Word] = () => new YamlTarget(),
        [PlacesTarget.Word] = () => new PlacesTarget(),
    };
}
