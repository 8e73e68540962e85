namespace OutreachBot.Flows.Languages;

/// <summary>Finds forms that are one slip from a text without comparing it with each.</summary>
/// <remarks>Two words one slip apart become equal when each loses at most one letter; so every form stands here under all of those.</remarks>
internal sealed class SlipIndex<T>
{
    private readonly Dictionary<string, (string Form, T Value)[]>.AlternateLookup<ReadOnlySpan<char>> _forms;

    public SlipIndex(IEnumerable<(string Form, T Value)> forms) =>
        _forms = forms
            .SelectMany(f => Shortened(f.Form).Append(f.Form).Distinct(StringComparer.Ordinal).Select(s => (Short: s, Form: f)))
            .GroupBy(f => f.Short, f => f.Form, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Those that are at most one slip away, each as often as it was put in.</summary>
    public List<(string Form, T Value)> Near(string text)
    {
        var near = new List<(string Form, T Value)>();
        Add(near, text, text);
        Span<char> shorter = stackalloc char[Math.Max(1, text.Length - 1)];
        for (var i = 0; i < text.Length; i++)
        {
            // Leaving out either of two equal neighbours gives the same.
            if (i == 0 || text[i] != text[i - 1])
            {
                text.AsSpan(0, i).CopyTo(shorter);
                text.AsSpan(i + 1).CopyTo(shorter[i..]);
                Add(near, text, shorter[..(text.Length - 1)]);
            }
        }
        return near;
    }

    private void Add(List<(string Form, T Value)> near, string text, ReadOnlySpan<char> shortened)
    {
        if (!_forms.TryGetValue(shortened, out var found))
        {
            return;
        }
        foreach (var form in found)
        {
            if (!near.Contains(form) && Typos.AtMostOne(text, form.Form))
            {
                near.Add(form);
            }
        }
    }

    private static IEnumerable<string> Shortened(string form) => Enumerable.Range(0, form.Length).Select(i => form.Remove(i, 1));
}
