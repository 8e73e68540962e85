using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>What is said when nothing was understood: gently, then with an example, then the offer of a person.</summary>
internal sealed class Ladder(Turn turn, Walker walker, PlaceDialogue places)
{
    private const int OffersPersonAt = 3;

    public void Climb(RunDraft run, FrameDraft frame, AskStep ask, bool asksForHelp = false)
    {
        turn.Pace = turn.Pace with { NotUnderstood = turn.Pace.NotUnderstood + 1 };
        turn.Note(new NotUnderstood(frame.Flow, frame.State, turn.Pace.NotUnderstood));
        if (Flood.IsTooMuchNotUnderstood(turn.Pace))
        {
            var pace = turn.Pace;
            var silent = Flood.LeaveUnanswered(ref pace);
            turn.Pace = pace;
            if (silent)
            {
                turn.Withheld = true;
                return;
            }
        }
        if (turn.Pace.NotUnderstood == OffersPersonAt && turn.Book.Interrupts.Contains(GlobalWords.Person))
        {
            frame.Waiting = new Waiting(Purposes.OfferPerson, [], [], frame.Waiting?.Tries ?? 0, frame.Waiting?.Said);
            turn.Speaker.SayShared(SharedPrompts.OfferPerson);
            return;
        }
        if (turn.Pace.NotUnderstood == 1 && !asksForHelp)
        {
            turn.Speaker.SayShared(SharedPrompts.Unclear);
            Ask(run, frame);
        }
        else if (places.AskAgain(frame))
        {
            return;
        }
        else if (!turn.Speaker.SayHint(frame, ask))
        {
            turn.Speaker.SayShared(SharedPrompts.UnclearAgain);
            Ask(run, frame);
        }
    }

    /// <summary>Words were asked for, and a digit came.</summary>
    public void AskForWords(RunDraft run, FrameDraft frame, AskStep ask)
    {
        turn.Pace = turn.Pace with { NotUnderstood = turn.Pace.NotUnderstood + 1 };
        turn.Note(new NotUnderstood(frame.Flow, frame.State, turn.Pace.NotUnderstood));
        if (!places.AskAgain(frame) && !turn.Speaker.SayHint(frame, ask))
        {
            walker.AskAgain(run);
        }
    }

    /// <summary>Says the question that waits: the dialogue's own, or the state's.</summary>
    public void Ask(RunDraft run, FrameDraft frame)
    {
        if (!places.AskAgain(frame))
        {
            walker.AskAgain(run);
        }
    }
}
