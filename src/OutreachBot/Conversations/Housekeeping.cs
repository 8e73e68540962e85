using System.Globalization;
using OutreachBot.Agenda;
using OutreachBot.Effects;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>Daily, in 256 small units: forgets words of old answers, ids too old to be replayed, and people silent for 60 days.</summary>
internal sealed class Housekeeping(
    IPersonStore persons, PersonFile file, IInboundStore inbound, IEnumerable<IForgetsSilent> rooms, CoveredResponders covered, IAgenda agenda) : IAgendaHandler
{
    public const string AgendaKind = "sweep_conversations";

    private const int WordsKeptDays = 2;
    private const int IdsKeptDays = 60;
    private static readonly TimeSpan PersonsKept = TimeSpan.FromDays(60);
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    public string Kind => AgendaKind;

    /// <summary>Plans the first round, unless one is planned.</summary>
    public void Begin(UnitOfWork unit)
    {
        if (!Enumerable.Range(0, 256).Any(slice => agenda.IsPlanned(unit, AgendaKind, Subject(slice))))
        {
            agenda.Plan(unit, unit.Now, AgendaKind, Subject(0));
        }
    }

    public void Handle(UnitOfWork unit, string subject)
    {
        var slice = byte.Parse(subject, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var today = ReplyBox.DayOf(unit.Now);
        inbound.Sweep(unit, wordsBefore: today - WordsKeptDays, messagesBefore: today - IdsKeptDays, slice);
        foreach (var person in persons.Unseen(unit, unit.Now - PersonsKept, slice))
        {
            ForgetSilent(unit, person);
        }
        var isLast = slice == byte.MaxValue;
        agenda.Plan(unit, isLast ? unit.Now + Pause : unit.Now, AgendaKind, Subject(isLast ? 0 : slice + 1));
    }

    // Her session is all that ties her to the numbers that are kept to answer her: they go with it.
    private void ForgetSilent(UnitOfWork unit, PersonKey person)
    {
        if (file.Open(unit, person) is not { } kept)
        {
            return;
        }
        foreach (var room in rooms)
        {
            room.LetGoOf(unit, kept.Session);
        }
        file.Drop(unit, new PersonKeys(person, null), kept);
        if (ResponderId.TryParse(kept.Responder, out var responder))
        {
            covered.Follow(unit, responder, isCovered: false);
        }
    }

    private static string Subject(int slice) => slice.ToString("x2", CultureInfo.InvariantCulture);
}
