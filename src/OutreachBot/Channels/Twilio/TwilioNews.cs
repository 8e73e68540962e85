using OutreachBot.Outbox;
using OutreachBot.Transactions;

namespace OutreachBot.Channels.Twilio;

/// <summary>Passes on what became of a message, and has the provider's copy of it deleted once it is done with.</summary>
/// <remarks>For a TwiML reply this is the only way its id is ever told.</remarks>
internal sealed class TwilioNews(ITransactions transactions, IDeliveryReports reports, IProviderCopies copies)
{
    /// <summary>Many routes give no receipt: a message that was sent and of which no more is heard is done with after this.</summary>
    private static readonly TimeSpan WithoutReceipt = TimeSpan.FromHours(1);

    public Task TakeAsync(string sid, TwilioStatus status, CancellationToken cancellationToken) =>
        status == TwilioStatus.Unknown
            ? Task.CompletedTask
            : transactions.RunAsync(
                unit =>
                {
                    if (status >= TwilioStatus.Failed)
                    {
                        reports.Heard(unit, sid, delivered: status >= TwilioStatus.Delivered);
                    }
                    copies.PlanDeletion(unit, TwilioCopies.MessageKind, sid, status.IsFinal() ? unit.Now : unit.Now + WithoutReceipt);
                },
                cancellationToken);
}
