namespace OutreachBot.Flows.Loading;

/// <summary>What a <c>when</c> may branch on besides remembered values.</summary>
internal static class Subjects
{
    private static readonly string[] YesNo = ["yes", "no"];

    /// <summary>With all the values they can have; null: open.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>?> OfTheTurn = new Dictionary<string, IReadOnlyList<string>?>(StringComparer.Ordinal)
    {
        ["@channel"] = ["sms", "whatsapp"],
        ["@person"] = ["new", "returning"],
        ["@responder"] = YesNo,
        ["@hotlines"] = YesNo,
        ["@emergency"] = YesNo,
        ["@free"] = YesNo,
        ["@language"] = null,
        ["@country"] = null,
        ["@under"] = null,
    };

    /// <summary>Whether the values named are all there can be, so that no <c>else</c> is needed.</summary>
    public static bool IsCovered(string subject, IEnumerable<string> values)
    {
        var all = subject.StartsWith("known ", StringComparison.Ordinal) ? YesNo : OfTheTurn.GetValueOrDefault(subject);
        return all is not null && all.All(values.Contains);
    }
}
