using OutreachBot.Effects;

namespace OutreachBot.Tips;

/// <summary><c>tip_status</c>: how the tip stands, in one word that gives nothing away.</summary>
internal sealed class TipStatusEffect(ITipStore tips, IAlerting alerting) : IEffectHandler
{
    public string Effect => "tip_status";

    public EffectResult Handle(EffectRequest request) => EffectResult.Of(
        TipLinks.Current(request) is { } id && tips.Find(request.Unit, id) is { } tip
            ? TipStatus.Of(tip, alerting.IsAttended(request.Unit, tip))
            : "none");
}

/// <summary>The words a reporter's status has.</summary>
internal static class TipStatus
{
    /// <param name="attended">The one who has it has said that she is on it.</param>
    public static string Of(Tip tip, bool attended) => tip.State switch
    {
        TipState.Closed => tip.Outcome?.Word() ?? "protected",
        TipState.Withdrawn => "withdrawn",
        TipState.Referred => "referred",
        TipState.Accepted => attended ? "working" : "seen",
        _ => "received",
    };
}
