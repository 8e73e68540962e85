namespace OutreachBot.Flows.Definitions;

/// <summary>What everybody walks through who needs help: the menus, danger, where, what, the receipt, yes and no.</summary>
/// <remarks>The core prompts of a flow go live in a language together (docs/decisions/0004-languages-go-live-flow-by-flow.md).</remarks>
public static class CorePrompts
{
    private static readonly Dictionary<string, string[]> ByFlow = new(StringComparer.Ordinal)
    {
        ["shared"] = ["yes_no", "help"],
        ["welcome"] = ["hello", "hello_free", "again"],
        ["language"] = ["choose"],
        ["danger"] = ["offer_emergency", "offer_hotlines", "offer"],
        ["report"] = ["danger_now", "agree", "where", "what", "confirm", "receipt"],
    };

    /// <param name="flow">A flow's name, or <c>shared</c>.</param>
    public static IReadOnlyList<string> Of(string flow) => ByFlow.GetValueOrDefault(flow, []);

    public static bool Contains(string flow, string prompt) => Of(flow).Contains(prompt, StringComparer.Ordinal);
}
