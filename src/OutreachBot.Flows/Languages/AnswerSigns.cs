using System.Collections.Frozen;

namespace OutreachBot.Flows.Languages;

/// <summary>Emoji that answer: a thumb, a tick, a cross.</summary>
internal static class AnswerSigns
{
    private static readonly FrozenDictionary<string, YesNo> Signs = new Dictionary<string, YesNo>(StringComparer.Ordinal)
    {
        ["👍"] = YesNo.Yes,
        ["👌"] = YesNo.Yes,
        ["✅"] = YesNo.Yes,
        ["☑"] = YesNo.Yes,
        ["✔"] = YesNo.Yes,
        ["🆗"] = YesNo.Yes,
        ["👎"] = YesNo.No,
        ["❌"] = YesNo.No,
        ["❎"] = YesNo.No,
        ["✖"] = YesNo.No,
        ["🚫"] = YesNo.No,
        ["🙅"] = YesNo.No,
        ["🤷"] = YesNo.Unsure,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What the emoji of a text say; null where there are none, or they say two things.</summary>
    /// <param name="any">Whether there are any that answer.</param>
    public static YesNo? Read(string text, out bool any)
    {
        var said = Signs.Where(s => text.Contains(s.Key, StringComparison.Ordinal)).Select(s => s.Value).Distinct().ToList();
        any = said.Count > 0;
        return said.Count == 1 ? said[0] : null;
    }
}
