using System.Text;
using System.Text.RegularExpressions;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Chats;

/// <summary>One message that must be answered: its words (a pattern), or the prompts it is made of.</summary>
/// <param name="Line">In the file, from 1.</param>
/// <param name="Text">Its lines; in the file each but the first begins with <c>|</c>.</param>
public sealed record ExpectedSay(int Line, string Text)
{
    /// <summary>How many lines of the file it takes.</summary>
    public int Length => Text.AsSpan().Count('\n') + 1;

    /// <summary>What the engine puts before words that aren't in her language, or not yet reviewed; named prompts look past it.</summary>
    private static readonly string[] Notices = ["shared.not_in_language", "shared.draft_mark"];

    /// <summary>Prompts are named, not words: <c>:receipt :ask_back</c>.</summary>
    public bool NamesPrompts => Text.StartsWith(':');

    public bool Matches(Say say) => NamesPrompts ? MatchesNames(say) : Pattern().IsMatch(say.Text);

    /// <summary>A say as a transcript shows it.</summary>
    public static string Show(Say say, bool byName) => byName
        ? string.Join(' ', PromptsOf(say).Select(p => ":" + p))
        : say.Text.ReplaceLineEndings("\n| ");

    private static IEnumerable<string> PromptsOf(Say say) => say.Prompts.Where(p => !Notices.Contains(p));

    private bool MatchesNames(Say say)
    {
        var named = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => n.TrimStart(':')).ToList();
        var said = PromptsOf(say).ToList();
        return named.Count == said.Count
            && named.Zip(said).All(p => p.First == p.Second || p.Second.EndsWith("." + p.First, StringComparison.Ordinal));
    }

    private Regex Pattern()
    {
        var pattern = Regex.Escape(Text)
            .Replace(@"\*", @"[\s\S]*", StringComparison.Ordinal)
            .Replace(@"\{code}", @"\d{3}-\d{3}-\d{4}", StringComparison.Ordinal);
        return new Regex($"^{pattern}$", RegexOptions.CultureInvariant, Limit);
    }

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
}

/// <summary>An effect that must be called, and what the host gives back.</summary>
/// <param name="Outcome">Null: the effect's first.</param>
/// <param name="Gives">Values given back; the rest are invented.</param>
/// <param name="With">Arguments that must have been given; <c>-</c> stands for one that must not.</param>
public sealed record ExpectedEffect(
    int Line, string Name, string? Outcome, IReadOnlyDictionary<string, string> Gives, IReadOnlyDictionary<string, string> With)
{
    public bool Matches(EffectCall call) =>
        call.Name == Name
        && With.All(w => w.Value == "-"
            ? !call.With.TryGetValue(w.Key, out var absent) || absent.Text.Length == 0
            : call.With.TryGetValue(w.Key, out var given) && given.Text == w.Value);

    /// <summary>An effect as a transcript shows it.</summary>
    /// <param name="with">Names of the arguments to show.</param>
    public static string Show(EffectCall call, string outcome, IReadOnlyDictionary<string, string> gives, IEnumerable<string> with)
    {
        var shown = new StringBuilder(call.Name).Append(' ').Append(outcome);
        foreach (var (name, value) in gives)
        {
            shown.Append(' ').Append(name).Append('=').Append(Quote(value));
        }
        var arguments = with.ToList();
        if (arguments.Count > 0)
        {
            shown.Append(" with");
        }
        foreach (var name in arguments)
        {
            var value = call.With.TryGetValue(name, out var given) && given.Text.Length > 0 ? given.Text : "-";
            shown.Append(' ').Append(name).Append('=').Append(Quote(value));
        }
        return shown.ToString();
    }

    private static string Quote(string value) =>
        value.Length == 0 || value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value;
}
