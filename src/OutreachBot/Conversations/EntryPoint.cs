using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>Where a conversation is entered by the answer to something that was sent unasked.</summary>
/// <param name="State">Null: the flow's first.</param>
/// <param name="Values">What the run knows from the start.</param>
public sealed record EntryPoint(string Flow, string? State, IReadOnlyDictionary<string, string> Values);

/// <summary>An alert, or a case, of one responder that she can answer.</summary>
/// <param name="Code">Two letters and two digits, upper case.</param>
/// <param name="Asked">Names the last message that was sent to her unasked about it; another message, another name. Her next answer with the code enters there; further answers go on where that led.</param>
/// <param name="Entry">Where that message is answered.</param>
/// <param name="IsWithdrawn">It was taken back while it was hers: what was open about it leads nowhere any more.</param>
public sealed record OpenAlert(string Code, string Asked, EntryPoint Entry, bool IsWithdrawn = false);

/// <summary>What a responder may answer by its code. Implemented by the alerts; the conversation asks.</summary>
public interface IOpenAlerts
{
    /// <param name="code">Upper case. Also the code of an alert that was hers and is over, as long as it must still be answered politely.</param>
    OpenAlert? Find(UnitOfWork unit, ResponderId responder, string code);

    /// <summary>All that wait for her, newest last.</summary>
    IReadOnlyList<OpenAlert> Of(UnitOfWork unit, ResponderId responder);
}

/// <summary>Whether something waits for a person who isn't on file: a question of the one who has her case.</summary>
public interface IPendingForPerson
{
    /// <param name="session">Its links tell which tips are hers.</param>
    /// <param name="shownOn">What her end can show: some things wait until she comes over a channel that carries them.</param>
    EntryPoint? Find(UnitOfWork unit, Session session, ChannelKind shownOn);
}
