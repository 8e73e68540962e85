using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>After a silence somebody else may hold the phone: her message is held until she says that she goes on.</summary>
internal sealed class IdleRule(Turn turn)
{
    private static readonly TimeSpan AsksAfter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ForgetsAfter = TimeSpan.FromHours(24);

    public static bool IsLong(TimeSpan quiet) => quiet >= AsksAfter;

    /// <summary>After a day answers under way are gone, and so is what would be said again; what was submitted stays.</summary>
    public void Forget(TimeSpan quiet)
    {
        if (IsLong(quiet))
        {
            turn.ForgetsSaid = true;
        }
        if (quiet >= ForgetsAfter)
        {
            turn.CloseAll();
            turn.Kept.Clear();
        }
    }

    /// <summary>Holds a message back and asks whether to go on; false where that isn't needed.</summary>
    public bool Hold(Message message, TimeSpan quiet)
    {
        if (!IsLong(quiet) || turn.Focused.Top is not { } frame || !turn.FlowOf(frame).Definition.AsksWhenIdle)
        {
            return false;
        }
        turn.Held = message;
        turn.Dormant = true;
        turn.Speaker.SayShared(SharedPrompts.IdleAsk);
        return true;
    }

    /// <summary>An urgent word comes first: what is open stays covered until she says that she goes on.</summary>
    public void LayAside(TimeSpan quiet)
    {
        if (turn.Held is { } held)
        {
            turn.Held = null;
            Keep(held);
        }
        if (IsLong(quiet))
        {
            turn.Dormant = turn.Focused.Top is not null;
        }
    }

    /// <summary>Her answer to "shall we go on?": the held message on yes; null when that was all there is to say.</summary>
    public Message? Answer(Message message, string? word)
    {
        switch (Says(message))
        {
            case "yes":
                var held = turn.Held!;
                turn.Held = null;
                turn.Dormant = false;
                return held;
            case "no":
                return new Message(GlobalWords.Exit, [], null, GlobalWords.Exit);
            default:
                if (word is null)
                {
                    Keep(message);
                }
                turn.Speaker.SayShared(SharedPrompts.IdleStranger);
                return null;
        }
    }

    private string? Says(Message message)
    {
        if (message.Choice is "yes" or "no")
        {
            return message.Choice;
        }
        var text = message.Text.Trim();
        return text.Length is 0 or > 60 ? null : turn.Book.Words.Number(text, turn.Speaks) switch
        {
            1 => "yes",
            2 => "no",
            _ => turn.Book.Words.YesNo(text, turn.Speaks) switch { YesNo.Yes => "yes", YesNo.No => "no", _ => null },
        };
    }

    /// <summary>Whoever wrote it, it may be hers.</summary>
    private void Keep(Message message)
    {
        if (message.Attachments.Count > 0 || turn.Book.Words.ReadsLikeStory(message.Text))
        {
            turn.Kept.Add(message);
            turn.Note(new StoryKept());
        }
    }
}
