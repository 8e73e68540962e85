using OutreachBot.Channels.Twilio;
using OutreachBot.Conversations;
using OutreachBot.Flows.Texting;
using OutreachBot.Outbox;
using OutreachBot.Transactions;

namespace OutreachBot.Channels.Android;

/// <summary>Takes what the phones tell.</summary>
/// <remarks>
/// A call that is answered 2xx is kept. Anything else comes again, up to 14 times within two days, so 503 loses nothing. What
/// is answered to a person leaves by the outbox, within the same unit of work: the app takes no words in its answer.
/// </remarks>
internal sealed class GatewayWebhooks(
    GatewayRequest requests,
    GatewayPhones phones,
    GatewaySightings sightings,
    IConversation conversation,
    IDeliveryReports reports,
    ITransactions transactions,
    InboundPace pace,
    TimeProvider time,
    ILogger<GatewayWebhooks> logger)
{
    public async Task TakeAsync(HttpContext context)
    {
        var (phone, told, refusal) = await requests.ReadAsync(context);
        if (phone is null || told is null)
        {
            context.Response.StatusCode = refusal;
            return;
        }
        try
        {
            await sightings.SawAsync(phone, CancellationToken.None);
            context.Response.StatusCode = await TakeAsync(phone, told, context.RequestAborted);
        }
        catch (StoreUnavailableException e)
        {
            GatewayLog.NotTaken(logger, e switch { StoreFullException => "the disk is full", StoreBrokenException => "the disk fails", _ => "the store is busy" });
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    /// <returns>The status to answer with. What is not known is taken and passed over: refused, it would come for two days.</returns>
    private Task<int> TakeAsync(GatewayPhone phone, GatewayEvent told, CancellationToken gone) => told.Event switch
    {
        "sms:received" => TakeMessageAsync(phone, told, gone),
        "sms:delivered" => TakeNewsAsync(phone, told, delivered: true),
        "sms:failed" => TakeNewsAsync(phone, told, delivered: false),
        _ => Task.FromResult(StatusCodes.Status204NoContent),
    };

    private async Task<int> TakeMessageAsync(GatewayPhone phone, GatewayEvent told, CancellationToken gone)
    {
        if (told.Payload is not { Message: { } text } payload || (payload.PhoneNumber ?? payload.Sender) is not { } sender)
        {
            GatewayLog.Malformed(logger, phone.Device.Id);
            return StatusCodes.Status400BadRequest;
        }
        if (GatewaySender.Read(sender, phone.Device.Country) is not { } from || phones.IsOurs(from.Value))
        {
            GatewayLog.NobodyToAnswer(logger, phone.Device.Id);
            return StatusCodes.Status204NoContent;
        }
        if (!await pace.EnterAsync(gone))
        {
            GatewayLog.NotTaken(logger, "Limits__MessagesInAllPerSecond is reached");
            return StatusCodes.Status503ServiceUnavailable;
        }
        var message = new InboundMessage(
            from, ChannelKind.Sms, GatewayPhones.NameOf(phone, told.Id!), Twiml.Cut(text), [], null, null, CarrierWord.None, time.GetUtcNow(), payload.ReceivedAt)
        {
            AnsweredVia = phone.Device.Id,
        };
        // Not the request's token: what it told must be kept, whether it waits or not.
        await conversation.HandleAsync(message, CancellationToken.None);
        return StatusCodes.Status204NoContent;
    }

    private async Task<int> TakeNewsAsync(GatewayPhone phone, GatewayEvent told, bool delivered)
    {
        if (told.Payload?.MessageId is not { Length: > 0 } id)
        {
            GatewayLog.Malformed(logger, phone.Device.Id);
            return StatusCodes.Status400BadRequest;
        }
        if (!delivered)
        {
            GatewayLog.SendingFailed(logger, phone.Device.Id);
        }
        await transactions.RunAsync(unit => reports.Heard(unit, GatewayPhones.NameOf(phone, id), delivered), CancellationToken.None);
        return StatusCodes.Status204NoContent;
    }
}
