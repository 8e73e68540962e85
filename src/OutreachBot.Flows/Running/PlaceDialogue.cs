using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>Where: words or a pin; one question which of at most four, then the department, then on. It never blocks.</summary>
internal sealed class PlaceDialogue(Turn turn, AnswerReader answers)
{
    private const int MostTries = 2;

    private TurnContext Context => turn.Context;

    /// <summary>Reads the answer to a place question, or asks on; null: it has asked, and waits.</summary>
    public Answer? Hear(FrameDraft frame, AskStep ask, Message message)
    {
        var text = message.Text.Trim();
        if (message.Pin is { } pin)
        {
            return pin.IsNoFix() ? AskDepartment(frame, null) : HearPin(pin, frame.Waiting);
        }
        if (answers.AsksToSkip(ask, message))
        {
            return GoOn(ask, frame.Waiting, Triggers.Skipped);
        }
        if (Picked(frame.Waiting, text) is { } picked)
        {
            return new Answer(Triggers.Answered, Given.Of(ValueKind.Place, picked, frame.Waiting?.Said));
        }
        if (text.Length == 0)
        {
            // A voice note that tells where: kept for whoever reads the tip.
            return message.Attachments.Count > 0 ? new Answer(Triggers.Unknown, new Given(ValueKind.Place, "", null, message.Attachments)) : null;
        }
        if (turn.Book.Words.YesNo(text, turn.Speaks) == YesNo.Unsure)
        {
            return GoOn(ask, frame.Waiting, Triggers.Unknown);
        }
        return frame.Waiting?.Purpose == Purposes.Department ? HearDepartment(frame.Waiting, text) : HearPlace(frame, text);
    }

    /// <summary>Finds the place that is named in what she told instead of saying where; null: it has asked on, and waits.</summary>
    /// <remarks>Her words are the story's: nothing of them is kept as words for the place.</remarks>
    public Answer? HearWithin(FrameDraft frame, string told)
    {
        var before = frame.Waiting;
        var reading = Context.Places.Read(told, Context.Country);
        if (reading is { Kind: PlaceReadingKind.Resolved, Municipality: { } municipality })
        {
            return new Answer(Triggers.Answered, Given.Of(ValueKind.Place, municipality.Id, before?.Said));
        }
        if (before is { Tries: >= MostTries })
        {
            return new Answer(Triggers.Unknown, Given.Of(ValueKind.Place, "", before.Said));
        }
        var asks = reading is { Kind: PlaceReadingKind.Ask, Candidates: { Count: > 0 } several } && before?.Purpose != Purposes.WhichPlace ? several : [];
        IReadOnlyList<PlaceCandidate> shown = [.. asks.Take(4)];
        frame.Waiting = new Waiting(
            shown.Count > 0 ? Purposes.WhichPlace : Purposes.PlaceShort,
            [.. shown.Select(c => c.Id)], [.. shown.Select(c => c.Label)], (before?.Tries ?? 0) + 1, before?.Said);
        AskAgain(frame);
        return null;
    }

    /// <summary>Offers a place beside the end of messages: "ALTO" may be either.</summary>
    public bool OfferStopOrPlace(FrameDraft frame, string text)
    {
        var reading = Context.Places.Read(text, Context.Country);
        var candidate = reading.Municipality ?? (reading.Candidates.Count > 0 ? reading.Candidates[0] : null)
            ?? Context.Places.Read("el " + text, Context.Country).Municipality;
        if (candidate is null)
        {
            return false;
        }
        frame.Waiting = new Waiting(Purposes.StopOrPlace, [candidate.Id], [candidate.Label], frame.Waiting?.Tries ?? 0);
        turn.Speaker.SayShared(
            SharedPrompts.StopOrPlace,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["place"] = candidate.Label });
        return true;
    }

    /// <summary>Says once more which question of the dialogue waits; false: the state's own.</summary>
    public bool AskAgain(FrameDraft frame)
    {
        switch (frame.Waiting)
        {
            case { Purpose: Purposes.WhichPlace } which:
                turn.Speaker.SayShared(SharedPrompts.WhichPlace, options: which.Labels);
                return true;
            case { Purpose: Purposes.PlaceShort }:
                turn.Speaker.SayShared(SharedPrompts.PlaceShort);
                return true;
            case { Purpose: Purposes.Department }:
                turn.Speaker.SayShared(SharedPrompts.PlaceDepartment);
                return true;
            default:
                return false;
        }
    }

    private Answer? HearPlace(FrameDraft frame, string text)
    {
        var reading = WithWhatWasSaid(frame.Waiting, text) ?? Context.Places.Read(text, Context.Country);
        switch (reading.Kind)
        {
            case PlaceReadingKind.Resolved when reading.Municipality is { } municipality:
                return new Answer(Triggers.Answered, Given.Of(ValueKind.Place, municipality.Id, Said(frame.Waiting, text)));
            case PlaceReadingKind.Outside:
                return new Answer(Triggers.Outside, Given.Of(ValueKind.Place, "", Said(frame.Waiting, text)));
            case PlaceReadingKind.None when BeginsUnsure(text):
                return new Answer(Triggers.Unknown, Given.Of(ValueKind.Place, "", Said(frame.Waiting, text)));
            case PlaceReadingKind.Ask when reading.Candidates.Count > 0 && !IsAskedAlready(frame.Waiting, reading):
                return AskWhich(frame, text, reading.Candidates);
            default:
                return AskDepartment(frame, text);
        }
    }

    /// <summary>"San Pedro", then "Oruro": together they say more than either, and the second alone says something else.</summary>
    /// <returns>Null when both together say nothing new.</returns>
    private PlaceReading? WithWhatWasSaid(Waiting? waiting, string text) =>
        waiting is { Purpose: Purposes.WhichPlace or Purposes.Department, Said: { } before }
        && Context.Places.Read(before + ", " + text, Context.Country) is { Kind: PlaceReadingKind.Resolved or PlaceReadingKind.Ask } both
        && (both.Kind == PlaceReadingKind.Resolved || !IsAskedAlready(waiting, both))
            ? both
            : null;

    private static bool IsAskedAlready(Waiting? waiting, PlaceReading reading) =>
        waiting is { Purpose: Purposes.WhichPlace } && reading.Candidates.All(c => waiting.Candidates.Contains(c.Id, StringComparer.Ordinal))
        && reading.Candidates.Count >= waiting.Candidates.Count;

    /// <summary>"No sé dónde queda": asking for the department would ask the same again.</summary>
    private bool BeginsUnsure(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 2 and <= 8
            && (turn.Book.Words.YesNo(words[0] + " " + words[1], turn.Speaks) == YesNo.Unsure
                || turn.Book.Words.YesNo(string.Join(' ', words, 0, 3), turn.Speaks) == YesNo.Unsure);
    }

    private Answer? HearDepartment(Waiting waiting, string text)
    {
        // Asked for the department, "Potosí" is the department and not the city. She may name the place more exactly instead.
        var both = WithWhatWasSaid(waiting, text);
        var found = (both?.Kind == PlaceReadingKind.Resolved ? both.Municipality : null)
            ?? Context.Places.ReadDepartment(text, Context.Country).Municipality
            ?? (Context.Places.Read(text, Context.Country) is { Kind: PlaceReadingKind.Resolved } place ? place.Municipality : null);
        var said = Said(waiting, text);
        return found is null
            ? new Answer(Triggers.Unknown, Given.Of(ValueKind.Place, "", said))
            : new Answer(Triggers.Answered, Given.Of(ValueKind.Place, found.Id, said));
    }

    private Answer HearPin(Pin pin, Waiting? waiting)
    {
        var reading = Context.Places.Read(pin);
        var said = Said(waiting, Pins.Written(pin));
        return reading.Municipality is { } municipality && reading.Kind == PlaceReadingKind.Resolved
            ? new Answer(Triggers.Answered, Given.Of(ValueKind.Place, municipality.Id, said))
            : new Answer(Triggers.Outside, Given.Of(ValueKind.Place, "", said));
    }

    private Answer? AskWhich(FrameDraft frame, string text, IReadOnlyList<PlaceCandidate> candidates)
    {
        var tries = (frame.Waiting?.Tries ?? 0) + 1;
        if (tries > MostTries)
        {
            return new Answer(Triggers.Unknown, Given.Of(ValueKind.Place, "", Said(frame.Waiting, text)));
        }
        Keep(frame, Purposes.WhichPlace, text, [.. candidates.Take(4)], tries);
        AskAgain(frame);
        return null;
    }

    private Answer? AskDepartment(FrameDraft frame, string? text)
    {
        var tries = (frame.Waiting?.Tries ?? 0) + 1;
        if (tries > MostTries)
        {
            return new Answer(Triggers.Unknown, Given.Of(ValueKind.Place, "", Said(frame.Waiting, text)));
        }
        Keep(frame, Purposes.Department, text, [], tries);
        AskAgain(frame);
        return null;
    }

    private static void Keep(FrameDraft frame, string purpose, string? text, IReadOnlyList<PlaceCandidate> candidates, int tries) =>
        frame.Waiting = new Waiting(
            purpose, [.. candidates.Select(c => c.Id)], [.. candidates.Select(c => c.Label)], tries,
            Said(frame.Waiting, text));

    private static Answer GoOn(AskStep ask, Waiting? waiting, string trigger)
    {
        var said = waiting?.Said is { } words ? Given.Of(ValueKind.Place, "", words) : null;
        return trigger == Triggers.Skipped && !ask.Rules.Skippable ? new Answer(Triggers.Unknown, said) : new Answer(trigger, said);
    }

    private string? Picked(Waiting? waiting, string text)
    {
        if (waiting is not { Purpose: Purposes.WhichPlace or Purposes.StopOrPlace, Candidates.Count: > 0 } || text.Length == 0)
        {
            return null;
        }
        if (turn.Book.Words.Number(text, turn.Speaks) is { } number && number >= 1 && number <= waiting.Candidates.Count)
        {
            return waiting.Candidates[number - 1];
        }
        var key = Collation.Key(text);
        for (var i = 0; i < waiting.Labels.Count; i++)
        {
            if (key.Length > 0 && Collation.Key(waiting.Labels[i]) == key)
            {
                return waiting.Candidates[i];
            }
        }
        return null;
    }

    /// <summary>All the words she used for it: the exact spot is in them. An option she picked and an empty pin add none.</summary>
    private static string? Said(Waiting? waiting, string? text) =>
        waiting?.Said is not { } before ? text : text is null ? before : before + ", " + text;
}
