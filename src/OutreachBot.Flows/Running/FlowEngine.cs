using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Running;

/// <summary>The engine: session and input in, session and answer out. Pure, shared between threads, never throws on what people write.</summary>
/// <param name="book">The flows; a changed set is a new engine.</param>
public sealed class FlowEngine(FlowBook book)
{
    public FlowBook Book => book;

    /// <summary>One step of a turn. Where the result awaits an effect, the host carries it out and steps again with <see cref="EffectDone"/>.</summary>
    public TurnResult Step(Session session, Input input, TurnContext context)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        var turn = new Turn(book, session, context);
        Mender.Mend(turn);
        var frames = new Frames(turn);
        var walker = new Walker(turn, frames);
        var steering = new Steering(turn, walker, frames);
        switch (input)
        {
            case Message message:
                new Listener(turn, walker, steering).Hear(message, addressed: false);
                break;
            case EffectDone done:
                new Returning(turn, walker, steering).Come(done);
                break;
            case TimePassed:
                new Clockwork(turn, walker, steering).Pass();
                break;
            case Enter enter:
                new Entrance(turn, walker, steering, frames).Come(enter);
                break;
        }
        if (input is not TimePassed)
        {
            LastWord(turn, walker, steering, isReturn: input is EffectDone);
        }
        return turn.Finish();
    }

    /// <summary>Whoever writes is answered, though a flow ends without a word.</summary>
    private static void LastWord(Turn turn, Walker walker, Steering steering, bool isReturn)
    {
        if (turn.Awaits is not null || turn.Spent.Says > 0 || turn.Withheld || turn.Speaker.Silent || (isReturn && !turn.GoesOn))
        {
            return;
        }
        walker.AskAgain(turn.Focused);
        if (turn.Spent.Says == 0 && turn.Cover.IsOn && turn.Book.Flows.ContainsKey(CalendarPage.Flow))
        {
            new CalendarPage(turn, steering).Show();
        }
        else if (turn.Spent.Says == 0)
        {
            turn.Speaker.SayShared(SharedPrompts.Over);
        }
    }

    /// <summary>Puts a prompt into words that the host sends on its own: an alert, a ping.</summary>
    /// <param name="flow">The flow's name, or <c>shared</c>.</param>
    /// <param name="values">What its placeholders stand for.</param>
    /// <exception cref="KeyNotFoundException">There is no such flow or prompt.</exception>
    public Say Unasked(
        string flow, string prompt, LanguageTag language, ChannelKind channel, IReadOnlyDictionary<string, string> values, LineFacts line)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(line);
        var context = new TurnContext(default, channel, null, IsResponder: false, line, NoPlaces.Instance);
        var turn = new Turn(book, Session.Stranger with { Language = language }, context);
        if (flow == "shared")
        {
            turn.Speaker.SayShared(prompt, values);
        }
        else
        {
            turn.Speaker.SayUnasked(book.Compile(flow, language), prompt, values);
        }
        return turn.Speaker.Compose() is [.., var say] ? say : throw new KeyNotFoundException($"There is no prompt '{flow}.{prompt}'.");
    }
}
