using OutreachBot.Agenda;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>Opens, closes and drops what is kept of a person's conversation.</summary>
internal sealed class PersonFile(
    IPersonStore store, IInboundStore inbound, IVault vault, IAgenda agenda, IInboundMedia media, ILogger<PersonFile> logger)
{
    public const string WakeKind = "wake";

    /// <summary>Answers to repeats that one person may have lying. What falls out of this is wiped, or BORRAR would not find it.</summary>
    private const int MostAnswered = 16;

    /// <summary>What is kept under the current key; else under the previous one, and then it is moved.</summary>
    /// <returns>Null for a stranger.</returns>
    public KeptConversation? Open(UnitOfWork unit, PersonKeys keys)
    {
        if (Open(unit, keys.Current) is { } kept)
        {
            return kept;
        }
        if (keys.Previous is not { } previous || Open(unit, previous) is not { } old)
        {
            return null;
        }
        store.Remove(unit, previous);
        agenda.Cancel(unit, WakeKind, SubjectOf(previous));
        return old with { Session = old.Session with { Version = 0 }, PlannedFor = null };
    }

    public KeptConversation? Open(UnitOfWork unit, PersonKey person)
    {
        if (store.Find(unit, person) is not { } stored)
        {
            return null;
        }
        var plain = vault.Unlock(VaultPurpose.Session, person.Bytes, stored.Box);
        var kept = plain is null ? null : KeptForm.Read(plain);
        if (kept is null)
        {
            // Damaged, or of a build whose sessions can't be read: she begins anew rather than never being answered again.
            logger.CantOpen();
            store.Remove(unit, person);
            return null;
        }
        kept = kept with { Session = kept.Session with { Version = stored.Version }, Media = SessionMedia.Of(kept.Session) };
        return SessionAge.Trim(kept, unit.Now);
    }

    /// <summary>Keeps it, and has the clock come by when something in it ends.</summary>
    public void Close(UnitOfWork unit, PersonKey person, KeptConversation kept, DateTimeOffset seen)
    {
        kept = Plan(unit, person, kept);
        var remembered = SessionMedia.Of(kept.Session);
        media.Hold(unit, remembered);
        media.LetGo(unit, kept.Media.Except(remembered, StringComparer.Ordinal));
        store.Save(
            unit, person, vault.Lock(VaultPurpose.Session, person.Bytes, KeptForm.Write(kept)), kept.Session.Version, seen);
    }

    /// <summary>Notes that an answer is kept for repeats of a message.</summary>
    public KeptConversation Answered(UnitOfWork unit, KeptConversation kept, byte[] messageId)
    {
        foreach (var old in kept.Answered.Take(kept.Answered.Count - MostAnswered + 1))
        {
            inbound.WipeReply(unit, old);
        }
        return kept with { Answered = [.. kept.Answered.TakeLast(MostAnswered - 1), messageId] };
    }

    /// <summary>The answers kept for repeats are wiped: what comes again is answered by nothing.</summary>
    public KeptConversation WithoutAnswered(UnitOfWork unit, KeptConversation kept)
    {
        foreach (var id in kept.Answered)
        {
            inbound.WipeReply(unit, id);
        }
        return kept with { Answered = [] };
    }

    /// <summary>Afterwards she can't be told from a stranger, in the store's files either.</summary>
    public void Drop(UnitOfWork unit, PersonKeys keys, KeptConversation kept)
    {
        WithoutAnswered(unit, kept);
        media.LetGo(unit, kept.Media.Concat(SessionMedia.Of(kept.Session)));
        Drop(unit, keys.Current);
        if (keys.Previous is { } previous)
        {
            Drop(unit, previous);
        }
        unit.LeaveNoTrace();
    }

    private void Drop(UnitOfWork unit, PersonKey person)
    {
        store.Remove(unit, person);
        agenda.Cancel(unit, WakeKind, SubjectOf(person));
    }

    private KeptConversation Plan(UnitOfWork unit, PersonKey person, KeptConversation kept)
    {
        // Coming by too early does no harm and is put right then: so most turns leave the agenda alone.
        if (SessionAge.NextEnd(kept) is not { } next || kept.PlannedFor <= next)
        {
            return kept;
        }
        agenda.Plan(unit, next, WakeKind, SubjectOf(person));
        return kept with { PlannedFor = next };
    }

    /// <summary>The key itself: it lies beside the session anyway, and says nothing without its epoch's secret.</summary>
    private static string SubjectOf(PersonKey person) => Convert.ToHexStringLower(person.Bytes);
}
