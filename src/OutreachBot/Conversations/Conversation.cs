using OutreachBot.Flows.Languages;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>Answers messages: one of a person at a time, each in one unit of work.</summary>
internal sealed class Conversation(ITurnGate gate, ITransactions transactions, Turns turns, ILogger<Conversation> logger) : IConversation
{
    private const int Tries = 3;

    public Task<Reply> HandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var clean = message with { Text = TextCleaner.Clean(message.Text) };
        return gate.RunAsync(message.From.Identity, () => HandleCleanAsync(clean, cancellationToken), cancellationToken);
    }

    private async Task<Reply> HandleCleanAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await transactions.RunAsync(unit => turns.Handle(unit, message), cancellationToken);
            }
            catch (ConcurrencyException) when (attempt < Tries)
            {
                logger.TurnsMet();
            }
        }
    }
}
