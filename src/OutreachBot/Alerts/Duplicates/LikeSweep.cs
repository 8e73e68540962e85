using OutreachBot.Agenda;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts.Duplicates;

/// <summary>Twice a day, at fixed hours, looks for tips that may be one matter and tells coordinators: one message each at most.</summary>
/// <remarks>
/// The hours are fixed so that a tip that somebody is kept away from can't be felt by when she is told of others; and they are
/// few so that five people who tell of one event, or a flood of tips, make one message and not ten.
/// </remarks>
internal sealed class LikeSweep(LikeSight sight, ILikenessStore store, IAlertStore alerts, IUnaskedWords words, IOutbox outbox, IAgenda agenda)
    : IAgendaHandler
{
    private const string AgendaKind = "alike";
    private const string Flow = "alike";
    private const string Whole = "all";

    // La Paz; in Guatemala it is two hours earlier, and day as well.
    private static readonly int[] Hours = [10, 16];

    public string Kind => AgendaKind;

    /// <summary>Sees to it that there is a next look.</summary>
    public void Plan(UnitOfWork unit)
    {
        if (!agenda.IsPlanned(unit, AgendaKind, Whole))
        {
            agenda.Plan(unit, Next(unit.Now), AgendaKind, Whole);
        }
    }

    public void Handle(UnitOfWork unit, string subject)
    {
        var open = sight.Open(unit);
        var decided = sight.Decided(unit);
        foreach (var coordinator in sight.Coordinators(unit))
        {
            Look(unit, coordinator, [.. open.Where(t => sight.Sees(unit, coordinator, t))], decided);
        }
        if (open.Count > 0)
        {
            agenda.Plan(unit, Next(unit.Now), AgendaKind, Whole);
        }
    }

    private void Look(UnitOfWork unit, Responder coordinator, IReadOnlyList<Tip> seen, IReadOnlySet<(TipId, TipId)> decided)
    {
        var groups = sight.Undecided(seen, decided).Where(g => g.Tips.Count <= LikeGroups.MostTips).ToList();
        foreach (var notice in store.NoticesOf(unit, coordinator.Id))
        {
            // It grows without a word, or is over.
            var same = groups.Find(g => g.Tips.Any(t => notice.Tips.Contains(t.Id)));
            if (same is null)
            {
                store.Drop(unit, notice);
                outbox.Withdraw(unit, notice.Id);
                continue;
            }
            groups.Remove(same);
            Keep(unit, notice with { Tips = [.. same.Tips.Select(t => t.Id)] }, same);
        }
        if (groups.Count > 0)
        {
            Tell(unit, coordinator, groups[0]);
        }
    }

    // The others wait for the next look.
    private void Tell(UnitOfWork unit, Responder coordinator, LikeGroup group)
    {
        var notice = new LikeNotice(RandomId.Draw(), coordinator.Id, DrawCode(unit, coordinator.Id), [.. group.Tips.Select(t => t.Id)]);
        Keep(unit, notice, group);
        var text = words.Say(
            Flow, group.Tips.Count == 2 ? "notice" : "notice_several", AlertMessages.LanguageOf(coordinator), coordinator.Address,
            ("code", notice.Code.ToString()), ("count", group.Tips.Count.ToString()));
        outbox.Post(unit, new OutboundMessage(RandomId.Draw(), coordinator.Address, text, OutboundPurpose.Notice, notice.Id, unit.Now));
    }

    private void Keep(UnitOfWork unit, LikeNotice notice, LikeGroup group)
    {
        store.Save(unit, notice);
        foreach (var pair in group.Pairs)
        {
            store.Save(unit, pair);
        }
    }

    private AlertCode DrawCode(UnitOfWork unit, ResponderId coordinator)
    {
        AlertCode code;
        do
        {
            code = AlertCode.Draw();
        }
        while (alerts.FindByCode(unit, coordinator, code) is not null || store.NoticesOf(unit, coordinator).Any(n => n.Code == code));
        return code;
    }

    private static DateTimeOffset Next(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(LocalTime.In(null, now).DateTime);
        return Hours.Select(h => LocalTime.At(null, today, h))
            .Append(LocalTime.At(null, today.AddDays(1), Hours[0]))
            .First(at => at > now)
            .ToUniversalTime();
    }
}
