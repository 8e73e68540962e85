using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Keeps a tip before one primary and one backup until somebody takes it.</summary>
/// <remarks>
/// Those who can be asked on the spot fill the two places whether or not a coordinator has been told before, as happens when a
/// danger is raised before its place is known. Where they don't fill them, coordinators do.
/// </remarks>
internal sealed class Dispatch(
    CandidateSearch search,
    IAlertStore alerts,
    AlertProgress progress,
    ITipStore tips,
    IResponders responders,
    TipTimers timers,
    AlertMessages messages,
    ILogger<Dispatch> logger)
{
    private const int Places = 2;

    /// <returns>Whether somebody has it before her.</returns>
    public bool Offer(UnitOfWork unit, Tip tip) => Offer(unit, tip, askAgain: false);

    /// <param name="askAgain">Whether those who passed, or did not answer, may be asked once more.</param>
    public bool Offer(UnitOfWork unit, Tip tip, bool askAgain)
    {
        if (tip.Assigned is not null || tip.IsOver)
        {
            return tip.Assigned is not null;
        }
        var made = alerts.OfTip(unit, tip.Id);
        var waiting = made.Where(a => a.State == AlertState.Offered).ToList();
        if (waiting.Count(IsLocal) < Places)
        {
            EnsurePrimary(unit, tip, waiting);
            Fill(unit, tip, waiting, search.Find(unit, tip, Tried(made, askAgain)));
        }
        Note(unit, tip, waiting.Count > 0);
        timers.Limit(unit, tip, waiting.Exists(a => !IsLocal(a)));
        return waiting.Count > 0;
    }

    /// <summary>A coordinator is told, if none has it before her.</summary>
    /// <returns>Whether one has it then.</returns>
    public bool EnsureCoordinator(UnitOfWork unit, Tip tip) =>
        alerts.OfTip(unit, tip.Id).Any(a => a.Tier == Tier.Coordinator && (a.State == AlertState.Offered || a.IsHeld))
        || OfferToCoordinator(unit, tip);

    /// <summary>Whoever hasn't answered yet is told how it stands now, and the clock begins anew.</summary>
    public void AskAnew(UnitOfWork unit, Tip tip)
    {
        foreach (var alert in alerts.OfTip(unit, tip.Id).Where(a => a.State == AlertState.Offered))
        {
            if (responders.Find(unit, alert.Responder) is { } responder)
            {
                var due = alert.Part == AlertPart.Backup
                    ? alert
                    : progress.Due(unit, alert, timers.NextStep(unit, tip, alert.Tier, responder));
                messages.Offer(unit, responder, due, tip);
            }
        }
    }

    /// <summary>A coordinator may take over a case that somebody has.</summary>
    public void ReferToCoordinator(UnitOfWork unit, Tip tip)
    {
        var made = alerts.OfTip(unit, tip.Id);
        var no = made.Where(a => a.State is AlertState.Conflicted or AlertState.Offered || a.IsHeld).Select(a => a.Responder).ToHashSet();
        if (search.Find(unit, tip, no).FirstOrDefault(c => c.Tier == Tier.Coordinator) is { } coordinator)
        {
            Send(unit, tip, coordinator, AlertPart.Referral);
        }
    }

    /// <summary>One coordinator more is asked: to take it, or, where somebody has it, to take it over.</summary>
    /// <returns>False when there is none.</returns>
    public bool OfferToCoordinator(UnitOfWork unit, Tip tip)
    {
        var made = alerts.OfTip(unit, tip.Id);
        if (search.Find(unit, tip, Tried(made, askAgain: false)).FirstOrDefault(c => c.Tier == Tier.Coordinator) is not { } next)
        {
            return false;
        }
        if (tip.Assigned is not null)
        {
            Send(unit, tip, next, AlertPart.Referral);
            return true;
        }
        Send(unit, tip, next, PartAmong(made.Where(a => a.State == AlertState.Offered)));
        Note(unit, tip, offered: true);
        timers.Limit(unit, tip, coordinatorHasIt: true);
        return true;
    }

    /// <summary>Sends the alert to one candidate.</summary>
    public Alert Send(UnitOfWork unit, Tip tip, Candidate candidate, AlertPart part)
    {
        var responder = candidate.Responder;
        EndOlder(unit, tip, responder.Id);
        var alert = new Alert(
            AlertId.Draw(), DrawCode(unit, responder.Id), tip.Id, responder.Id, part, AlertState.Offered,
            candidate.Tier ?? Tier.Coordinator, candidate.Score, PlaceFree: !DutyTimes.IsOnDuty(responder, unit.Now), unit.Now, DueAt: null,
            Reminders: 0, Asked: "offer", Messages: 0, NewsTold: false);
        if (!alerts.Standings(unit).ContainsKey(responder.Id))
        {
            messages.Greet(unit, responder);
        }
        if (part != AlertPart.Backup)
        {
            alert = progress.Due(unit, alert, timers.NextStep(unit, tip, alert.Tier, responder));
        }
        return messages.Offer(unit, responder, alert, tip);
    }

    private void EnsurePrimary(UnitOfWork unit, Tip tip, List<Alert> waiting)
    {
        if (waiting.Count == 0 || waiting.Exists(a => a.Part == AlertPart.Primary))
        {
            return;
        }
        var next = waiting.Find(IsLocal) ?? waiting[0];
        var promoted = progress.Due(unit, next with { Part = AlertPart.Primary }, timers.NextStep(unit, tip, next.Tier, responders.Find(unit, next.Responder)));
        if (responders.Find(unit, promoted.Responder) is { } responder)
        {
            promoted = messages.Remind(unit, responder, promoted, tip);
        }
        waiting[waiting.IndexOf(next)] = promoted;
    }

    private void Fill(UnitOfWork unit, Tip tip, List<Alert> waiting, IReadOnlyList<Candidate> candidates)
    {
        foreach (var candidate in candidates.Where(c => c.Tier != Tier.Coordinator))
        {
            if (waiting.Count(IsLocal) >= Places)
            {
                return;
            }
            waiting.Add(Send(unit, tip, candidate, PartAmong(waiting.Where(IsLocal))));
        }
        foreach (var candidate in candidates.Where(c => c.Tier == Tier.Coordinator))
        {
            if (waiting.Count >= Places)
            {
                return;
            }
            waiting.Add(Send(unit, tip, candidate, PartAmong(waiting)));
        }
    }

    private void Note(UnitOfWork unit, Tip tip, bool offered)
    {
        if (!offered)
        {
            timers.TryAgain(unit, tip);
            unit.AfterCommit(logger.NobodyMayHaveIt);
            if (tip.State == TipState.Alerted)
            {
                tips.Save(unit, tip with { State = TipState.New });
            }
            return;
        }
        timers.Offered(unit, tip.Id);
        if (tip.State == TipState.New)
        {
            tips.Save(unit, tip with { State = TipState.Alerted });
        }
    }

    // Asked once more, she has a new code; the old one reads "taken".
    private void EndOlder(UnitOfWork unit, Tip tip, ResponderId responder)
    {
        foreach (var older in alerts.OfTip(unit, tip.Id).Where(a => a.Responder == responder && a.IsOpen))
        {
            progress.Apply(unit, older, AlertEvent.TakenByAnother);
        }
    }

    private AlertCode DrawCode(UnitOfWork unit, ResponderId responder)
    {
        var code = AlertCode.Draw();
        for (var tries = 0; tries < 16 && alerts.IsTaken(unit, code); tries++)
        {
            code = AlertCode.Draw();
        }
        // With very many open, two people may have one code; one person never has it twice.
        while (alerts.FindByCode(unit, responder, code) is { IsOpen: true })
        {
            code = AlertCode.Draw();
        }
        return code;
    }

    private static HashSet<ResponderId> Tried(IReadOnlyList<Alert> made, bool askAgain) =>
    [
        // Whose alert somebody else took never answered: she may be asked when the case comes back.
        .. made.Where(a => askAgain ? a.State is AlertState.Conflicted or AlertState.Offered : a.State != AlertState.Taken)
            .Select(a => a.Responder),
    ];

    private static AlertPart PartAmong(IEnumerable<Alert> waiting) =>
        waiting.Any(a => a.Part == AlertPart.Primary) ? AlertPart.Backup : AlertPart.Primary;

    private static bool IsLocal(Alert alert) => alert.Tier != Tier.Coordinator;
}
