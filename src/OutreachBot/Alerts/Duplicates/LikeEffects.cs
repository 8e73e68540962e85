using OutreachBot.Effects;
using OutreachBot.Responders;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts.Duplicates;

/// <summary><c>alike_tips</c>: which tips may be one matter: codes, municipality, kind and day.</summary>
internal sealed class AlikeTipsEffect(LikeAnswers answers, IAlertStore alerts, CaseWords words) : IEffectHandler
{
    public string Effect => "alike_tips";

    public EffectResult Handle(EffectRequest request)
    {
        if (request.Responder is not { } she || answers.ToShow(request.Unit, she, request.Call.Run) is not { Tips.Count: > 1 } alike)
        {
            return EffectResult.Of("gone");
        }
        return EffectResult.Giving(
            "some",
            ("count", alike.Tips.Count.ToString()),
            ("alerts", string.Join("; ", alike.Tips.Select(t => Line(request.Unit, t, she)))),
            ("shown_ids", LikeAnswers.IdsOf(alike)));
    }

    private string Line(UnitOfWork unit, Tip tip, Responder reader) =>
        $"{CodeOf(unit, tip)} {words.PlaceOf(tip, reader)}, {words.KindOf(tip.Kind, reader)}, {CaseWords.DayOf(tip)}";

    // The code that whoever has the case goes by: she can ask her.
    private string CodeOf(UnitOfWork unit, Tip tip) =>
        alerts.OfTip(unit, tip.Id)
            .OrderByDescending(a => a.IsHeld).ThenByDescending(a => a.IsOpen).ThenBy(a => a.Part).ThenBy(a => a.Code.ToString(), StringComparer.Ordinal)
            .FirstOrDefault() is { } alert ? alert.Code.ToString() : "-";
}

/// <summary><c>judge_alike</c>: the same, not the same, not known; nothing is closed by it.</summary>
internal sealed class JudgeAlikeEffect(LikeAnswers answers) : IEffectHandler
{
    public string Effect => "judge_alike";

    public EffectResult Handle(EffectRequest request)
    {
        if (request.Responder is not { } she
            || answers.Shown(request.Unit, she, request.Call.Run, request.Text("among")) is not { Tips.Count: > 1 } alike
            || VerdictOf(request.Text("verdict")) is not { } verdict)
        {
            return EffectResult.Of("gone");
        }
        answers.Judge(request.Unit, alike, verdict);
        if (verdict != LikeVerdict.Same)
        {
            return EffectResult.Of("noted");
        }
        if (LikeAnswers.Closable(she, alike).Count > 0)
        {
            return EffectResult.Of("closable");
        }
        answers.Done(request.Unit, alike);
        return EffectResult.Of("linked");
    }

    private static LikeVerdict? VerdictOf(string? word) => word switch
    {
        "same" => LikeVerdict.Same,
        "apart" => LikeVerdict.Apart,
        "unsure" => LikeVerdict.Unsure,
        _ => null,
    };
}

/// <summary><c>close_alike</c>: those that nobody else has end as duplicates of the one that goes on; each reporter gets her own follow-up.</summary>
internal sealed class CloseAlikeEffect(LikeAnswers answers) : IEffectHandler
{
    public string Effect => "close_alike";

    public EffectResult Handle(EffectRequest request)
    {
        if (request.Responder is not { } she || answers.Shown(request.Unit, she, request.Call.Run, request.Text("among")) is not { Tips.Count: > 1 } alike)
        {
            return EffectResult.Of("gone");
        }
        if (request.Text("close") == "yes")
        {
            answers.Close(request.Unit, she, alike);
        }
        answers.Done(request.Unit, alike);
        return EffectResult.Of("ok");
    }
}
