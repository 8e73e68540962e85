using Microsoft.Extensions.Options;
using OutreachBot.Agenda;
using OutreachBot.Privacy;
using OutreachBot.Routing;
using OutreachBot.Settings;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>Who may be alerted of a tip, whatever the router finds.</summary>
internal enum TipReach
{
    All,
    Coordinator,

    /// <summary>A coordinator too, and not now unless it is urgent.</summary>
    Later,

    /// <summary>The same; a danger is everybody's. One of too many of its place, by somebody who told no more than others do. Of no place it is a coordinator's alone, and waits in her list from now on without ringing.</summary>
    Surge,
}

/// <summary>Takes in what was told: a tip is made or completed, sealed, and laid before those whom it concerns.</summary>
internal sealed class TipIntake(
    ITipStore tips,
    KeptFrom keptFrom,
    ISeals seals,
    IHandOverStore copies,
    ITipMedia media,
    IAlerting alerting,
    IAgenda agenda,
    Naming naming,
    Communities communities,
    IOptions<AlertsOptions> options)
{
    /// <summary>A tip that exists and is routed before it was told in full.</summary>
    /// <param name="before">What holds of it before anything was asked: whom she named in what she told earlier.</param>
    /// <returns>The tip, and whether somebody real has it before her.</returns>
    public (Tip Tip, bool Told) Raise(UnitOfWork unit, Telling telling, Discretion before)
    {
        var tip = Begin(unit, telling) with { Urgency = Urgency.Urgent, Complete = false };
        tips.Save(unit, tip);
        // Whom she named before it became a danger is not alerted in the first place.
        var discretion = naming.Read(unit, before with { Minor = telling.Minor }, tip.Municipality, telling.Words) with
        {
            Community = communities.Of(unit, tip, telling.Words.Place),
        };
        tips.Save(unit, tip.Id, discretion);
        tips.AddSeal(unit, tip.Id, seals.Seal(unit, telling.Words.ToJson(), keptFrom.Of(unit, discretion)));
        media.GiveTo(unit, tip.Id, telling.Words.Media);
        return (tip, alerting.Offer(unit, tip));
    }

    /// <summary>What is new for a tip already raised and still not told in full: its place.</summary>
    public bool LearnPlace(UnitOfWork unit, Tip raised, Telling telling)
    {
        var tip = WithPlace(raised, telling);
        tips.Save(unit, tip);
        if (communities.Of(unit, tip, telling.Words.Place) is { } community)
        {
            tips.Save(unit, tip.Id, tips.DiscretionOf(unit, tip.Id) with { Community = community });
        }
        if (tip.Municipality != raised.Municipality)
        {
            alerting.TellOfNews(unit, tip);
        }
        return alerting.Offer(unit, tip);
    }

    /// <summary>A danger told after the tip was submitted.</summary>
    public bool Heighten(UnitOfWork unit, Tip submitted, Telling telling)
    {
        var tip = submitted with { Urgency = Urgency.Urgent };
        tips.Save(unit, tip);
        tips.Save(unit, tip.Id, tips.DiscretionOf(unit, tip.Id) with { OneTooMany = false });
        if (telling.Words is { Story: not null } or { Media.Count: > 0 })
        {
            var words = telling.Words with { Part = SealedPart.Added, Order = tips.SealsOf(unit, tip.Id).Count };
            tips.AddSeal(unit, tip.Id, seals.Seal(unit, words.ToJson(), keptFrom.Of(unit, tip.Id)));
            media.GiveTo(unit, tip.Id, words.Media);
        }
        return submitted.Urgency == Urgency.Urgent ? alerting.Offer(unit, tip) : alerting.Heighten(unit, tip);
    }

    /// <summary>The whole tip.</summary>
    /// <param name="raised">The tip raised before, which this completes; null for a new one.</param>
    /// <param name="toldBefore">What the raised tip's seal holds.</param>
    /// <param name="reachOf">Asked once, when it is known where it is of and whom it must be kept from.</param>
    public Tip Submit(UnitOfWork unit, Telling telling, Tip? raised, SealedTip? toldBefore, Func<Tip, Discretion, TipReach> reachOf)
    {
        var tip = Graded(raised is null ? Begin(unit, telling) : WithPlace(raised, telling), telling);
        var words = toldBefore is null ? telling.Words : toldBefore.FollowedBy(telling.Words);
        var discretion = DiscretionFor(unit, tip, telling, words);
        var reach = reachOf(tip, discretion);
        var waits = tip.Urgency != Urgency.Urgent && (reach is TipReach.Later || (reach is TipReach.Surge && !tip.IsOfNoPlace));
        discretion = discretion with
        {
            OneTooMany = reach is TipReach.Coordinator or TipReach.Later || waits,
            OfSurge = reach == TipReach.Surge,
        };
        tips.Save(unit, tip);
        tips.Save(unit, tip.Id, discretion);
        // A seal made before she was asked may be open to somebody she has named now: it goes, the whole is sealed anew.
        tips.DropSeals(unit, tip.Id);
        tips.AddSeal(unit, tip.Id, seals.Seal(unit, words.ToJson(), keptFrom.Of(unit, discretion)));
        media.GiveTo(unit, tip.Id, words.Media);
        copies.Save(unit, tip.Id, CopyOf(tip, discretion, words));
        if (raised is not null)
        {
            tip = alerting.TakeAway(unit, tip, keptFrom.Of(unit, discretion));
            alerting.TellOfNews(unit, tip);
        }
        if (waits)
        {
            alerting.OfferLater(unit, tip);
        }
        else
        {
            alerting.Offer(unit, tip);
        }
        return tip;
    }

    /// <summary>A tip that is not saved yet; its longest life is planned.</summary>
    public Tip Begin(UnitOfWork unit, Telling telling)
    {
        var tip = new Tip(
            TipId.Draw(), Tip.HourOf(unit.Now), telling.Municipality, telling.Department, telling.Country, telling.Kind,
            Urgency.Normal, telling.Language, TipState.New, IsCallBack: false, telling.FromProvider, Complete: true,
            Assigned: null, Outcome: null);
        agenda.Plan(unit, tip.Hour + TipRetention.LongestOpen, TipRetention.AgendaKind, tip.Id.ToString());
        return tip;
    }

    private static Tip WithPlace(Tip tip, Telling telling) => telling.Municipality is null && telling.Department is null
        ? tip
        : tip with { Municipality = telling.Municipality, Department = telling.Department, Country = telling.Country };

    private static Tip Graded(Tip tip, Telling telling)
    {
        var urgency = telling.Danger ? Urgency.Urgent
            : telling.Minor || telling.Held || telling.Dated ? Urgency.High
            : Urgency.Normal;
        return tip with
        {
            Complete = true,
            Kind = telling.Kind,
            // It never falls by itself.
            Urgency = (Urgency)Math.Max((int)tip.Urgency, (int)urgency),
        };
    }

    private Discretion DiscretionFor(UnitOfWork unit, Tip tip, Telling telling, SealedTip words)
    {
        var officials = telling.WantsOfficials || (tip.Urgency == Urgency.Urgent && telling.Minor);
        return naming.Read(unit, tips.DiscretionOf(unit, tip.Id), tip.Municipality, words) with
        {
            OfficialsAllowed = officials,
            Minor = telling.Minor,
            Asked = true,
            Community = communities.Of(unit, tip, words.Place),
        };
    }

    private HandOverCopy CopyOf(Tip tip, Discretion discretion, SealedTip words) => new(
        tip.Kind,
        tip.Municipality ?? tip.Department,
        tip.Urgency,
        discretion.Minor,
        KeptAway: discretion.KeepsSomebodyAway,
        Story: options.Value.Details == AlertDetails.Story ? words.Story : null,
        Call: null);
}
