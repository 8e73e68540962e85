using OutreachBot.Addresses;
using OutreachBot.Alerts;
using OutreachBot.Flows.Languages;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Fixtures;

/// <summary>Ordinary values, to be bent by <c>with</c> where a test cares.</summary>
internal static class Some
{
    public static Tip Tip() => new(
        TipId.Draw(), OutreachBot.Tips.Tip.HourOf(TestStore.Start), "BO-020101", null, "BO", "work", Urgency.Normal, LanguageTag.Spanish,
        TipState.New, IsCallBack: false, FromProvider: true, Complete: true, Assigned: null, Outcome: null);

    public static Alert Alert(TipId tip, ResponderId? responder = null) => new(
        AlertId.Draw(), AlertCode.Draw(), tip, responder ?? ResponderId.Draw(), AlertPart.Primary, AlertState.Offered,
        Tier.Municipality, new ScoreParts(30, 25, 20, 15, 10), PlaceFree: false, TestStore.Start, DueAt: null, Reminders: 0, Asked: "offer", Messages: 1, NewsTold: false);

    public static Address Phone(string number = "+59170000001") => Address.TryFrom(Channel.Sms, number)!;
}
