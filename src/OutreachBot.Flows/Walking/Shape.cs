using System.Text;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Walking;

/// <summary>What a state is like.</summary>
/// <param name="Shape">Where she is and what waits.</param>
/// <param name="Known">What is known there, value by value, in a fixed order; empty where it doesn't count.</param>
/// <param name="LaidOver">The flow and state that a word has just laid over another, where that is all; null elsewhere.</param>
internal sealed record Likeness(string Shape, IReadOnlyList<string> Known, string? LaidOver);

/// <summary>Which states of a conversation are one to a walk: where she is, what waits, what is known as far as it can turn the way; never what she said.</summary>
/// <remarks>
/// What is known is told apart in the open flow alone. Within a flow laid over another, within the engine's own questions,
/// after an answer that was not understood and after a silence the way goes on as it would anywhere: there the state counts,
/// and not what is known.
/// </remarks>
internal sealed class Shape
{
    private readonly FlowBook _book;
    private readonly Relevance _relevance;
    private readonly HashSet<string> _lookBeneath;
    private readonly HashSet<string> _askForLanguage;

    public Shape(FlowBook book)
    {
        _book = book;
        _relevance = new Relevance(book);
        _lookBeneath = FlowsWith(book, "@under");
        _askForLanguage = FlowsWith(book, "@language");
    }

    /// <summary>Where she is and what waits.</summary>
    /// <param name="justLaid">A word has just laid this over what was open: where it comes back to counts.</param>
    public Likeness Of(Spot spot, bool justLaid)
    {
        var session = spot.Session;
        var key = new StringBuilder();
        key.Append(session.LastAt is null ? "new" : "").Append(" q").Append((int)spot.Quiet).Append(" n").Append(Math.Min(session.Pace.NotUnderstood, 4));
        key.Append(session.Held is null ? "" : " held");
        if (spot.Run() is not { } run)
        {
            return new Likeness(key.Append(session.Kept.Count > 0 ? " kept" : "").ToString(), [], null);
        }
        if (session.Language is { } language && run.Frames.Any(f => _askForLanguage.Contains(f.Flow)))
        {
            key.Append(' ').Append(language);
        }
        key.Append(" |").Append(run.Key);
        var top = run.Frames[^1];
        if (Frames(key, session, run, justLaid))
        {
            var isAnyLaid = justLaid && spot.Quiet == Quiet.No && session is { Held: null, Pace.NotUnderstood: 0 } && top.Waiting is null;
            return new Likeness(key.Append(session.Dormant ? " dormant" : "").ToString(), [], isAnyLaid ? top.Flow + "." + top.State : null);
        }
        IReadOnlyList<string> known = IsPlain(spot, top) ? [spot.Told.Anything() ? "told" : "untold", .. run.Frames.SelectMany(FactsOf)] : [];
        return new Likeness(key.ToString(), known, null);
    }

    private static bool IsPlain(Spot spot, Frame top) =>
        spot.Quiet == Quiet.No && spot.Session is { Held: null, Pace.NotUnderstood: 0 } && top.Waiting is null or { Purpose: Purposes.Unsaid };

    /// <summary>The top, whoever calls it, and a word on what lies beneath; true where something does.</summary>
    private bool Frames(StringBuilder key, Session session, Run run, bool justLaid)
    {
        for (var at = run.Frames.Count - 1; at >= 0; at--)
        {
            var frame = run.Frames[at];
            var isTop = at == run.Frames.Count - 1;
            if (!isTop && StateOf(session, frame)?.Step is not CallStep)
            {
                var above = run.Frames[at + 1].Flow;
                key.Append(" over ").Append(justLaid && at == run.Frames.Count - 2 ? frame.Flow + "." + frame.State : _lookBeneath.Contains(above) ? frame.Flow : "");
                return true;
            }
            key.Append(' ').Append(frame.Flow).Append('.').Append(frame.State);
            if (frame.Waiting is { } waiting)
            {
                key.Append('?').Append(waiting.Purpose).Append(Math.Min(waiting.Tries, 2));
            }
            key.Append(frame.WakesAt is null ? "" : "@").Append(frame.Trail.Count > 0 ? "<" : "");
        }
        return false;
    }

    private IEnumerable<string> FactsOf(Frame frame) =>
        from name in _book.Flows[frame.Flow].Remembers.Keys.Order(StringComparer.Ordinal)
        where _relevance.Counts(frame.Flow, name)
        select name + "=" + (frame.Values.TryGetValue(name, out var value) ? _relevance.ClassOf(frame.Flow, name, value) : "");

    private CompiledState? StateOf(Session session, Frame frame) =>
        _book.Compile(frame.Flow, session.Language ?? LanguageTag.Spanish).States.GetValueOrDefault(frame.State);

    private static HashSet<string> FlowsWith(FlowBook book, string subject) =>
        [.. Everything.StatesOf(book).Where(s => s.State.Step is WhenStep branch && branch.Subject == subject).Select(s => s.Flow.Name)];
}
