using OutreachBot.Flows.Running;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>What the carrier read as STOP or START: it has answered her itself, so the effect is done and nothing is said.</summary>
internal sealed class CarrierWords(TurnRunner runner)
{
    public TurnOutcome Obey(UnitOfWork unit, CarrierWord word, KeptConversation kept, Speaker speaker, TurnContext context)
    {
        var effect = word switch
        {
            CarrierWord.Stop => "opt_out",
            CarrierWord.Start => "opt_in",
            _ => null,
        };
        return effect is null
            ? new TurnOutcome(kept.Session, [], kept.WakesAt, Forget: false, [], [])
            : runner.CarryAlone(unit, effect, kept.Session, kept.WakesAt, speaker, context);
    }
}
