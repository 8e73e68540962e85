using OutreachBot.Conversations;
using OutreachBot.Flows.Running;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Channels.Android;

/// <summary>Posts what is answered to somebody who wrote to a phone.</summary>
internal sealed class GatewayAnswers(IOutbox outbox) : IInboundListener
{
    /// <summary>Most characters in one message; what is said in one breath goes as one where it fits, in its order and with fewer parts.</summary>
    private const int MostTogether = 900;

    public void Taken(UnitOfWork unit, InboundMessage message)
    {
        // The phone's copy can't be deleted by us; how long it stays is asked for by GatewayWatch.
    }

    public void Answered(UnitOfWork unit, InboundMessage message, Answer answer)
    {
        if (message.AnsweredVia is not { } road)
        {
            return;
        }
        if (answer.Leaves)
        {
            // What was said before she left may still wait for its turn, and would come after her farewell.
            outbox.WithdrawAnswers(unit, message.From);
        }
        foreach (var text in Together(answer.Says))
        {
            outbox.Post(unit, new OutboundMessage(RandomId.Draw(), message.From, text, OutboundPurpose.Answer, null, unit.Now)
            {
                Via = road,
                IsUrgent = answer.IsUrgent,
            });
        }
    }

    private static List<string> Together(IReadOnlyList<Say> says)
    {
        var texts = new List<string>();
        foreach (var text in says.Select(s => s.Text.Trim()).Where(t => t.Length > 0))
        {
            if (texts.Count > 0 && texts[^1].Length + 1 + text.Length <= MostTogether)
            {
                texts[^1] += "\n" + text;
            }
            else
            {
                texts.Add(text);
            }
        }
        return texts;
    }
}
