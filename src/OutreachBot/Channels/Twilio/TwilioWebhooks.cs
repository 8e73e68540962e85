using OutreachBot.Conversations;
using OutreachBot.Flows.Texting;
using OutreachBot.Media;
using OutreachBot.Sounds;
using OutreachBot.Transactions;

namespace OutreachBot.Channels.Twilio;

/// <summary>Answers the provider's calls.</summary>
/// <remarks>
/// A message whose call is answered 2xx is stored. Anything else loses it, unless the webhook's address asks for retries
/// (<c>#rc=3&amp;rp=all</c>) or a fallback is set; so 429 is never answered, and 5xx only when nothing was done. No answer
/// repeats anything of the call: the provider keeps the whole exchange in its error log.
/// </remarks>
internal sealed class TwilioWebhooks(
    SignedRequest requests, TwilioInbound inbound, IConversation conversation, IRings rings, TwilioNews statuses, InboundPace pace, SoundAddresses sounds, MediaAddresses media, ILogger<TwilioWebhooks> logger)
{
    public async Task TakeMessageAsync(HttpContext context)
    {
        if (await OpenAsync(context) is { } form)
        {
            await AnswerAsync(context, form);
        }
    }

    /// <summary>The same message, over the second address that the provider tries when the first one failed.</summary>
    public async Task TakeFallbackAsync(HttpContext context)
    {
        if (await OpenAsync(context) is { } form)
        {
            TwilioLog.FallbackUsed(logger, int.TryParse(form.Get("ErrorCode"u8), out var code) ? code : 0);
            await AnswerAsync(context, form);
        }
    }

    public async Task TakeStatusAsync(HttpContext context)
    {
        if (await OpenAsync(context) is { } form)
        {
            if (form.Get("MessageSid"u8) is not { } sid || !TwilioMedia.IsSid(sid))
            {
                Refuse(context, StatusCodes.Status400BadRequest);
                return;
            }
            await GuardAsync(context, async () =>
            {
                await statuses.TakeAsync(sid, TwilioStatuses.Read(form.Get("MessageStatus"u8)), CancellationToken.None);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
            });
        }
    }

    /// <summary>Somebody rings the number: the call is declined, costs her nothing, and she is asked by SMS whether somebody shall call her.</summary>
    public async Task TakeCallAsync(HttpContext context)
    {
        if (await OpenAsync(context) is { } form)
        {
            if (form.HasRepeatedName || form.Get("CallSid"u8) is not { Length: > 0 } call)
            {
                Refuse(context, StatusCodes.Status400BadRequest);
                return;
            }
            try
            {
                await rings.HeardAsync(form.Get("From"u8), call, CancellationToken.None);
            }
            catch (StoreUnavailableException e)
            {
                // A call waits for no store: it is declined all the same, and she is not asked.
                TwilioLog.NotTaken(logger, CauseOf(e));
            }
            await WriteAsync(context, Twiml.Decline);
        }
    }

    private async Task AnswerAsync(HttpContext context, TwilioForm form)
    {
        if (inbound.Read(form) is not { } message)
        {
            Refuse(context, StatusCodes.Status400BadRequest);
            return;
        }
        if (!await pace.EnterAsync(context.RequestAborted))
        {
            TwilioLog.NotTaken(logger, "Limits__MessagesInAllPerSecond is reached");
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        await GuardAsync(context, async () =>
        {
            // Not the request's token: a provider that hangs up early does not call again, and what it told must be kept.
            var reply = await conversation.HandleAsync(message, CancellationToken.None);

            // The provider has answered STOP, START and HELP itself; a second answer is what the carriers forbid.
            await WriteAsync(context, message.CarrierWord == CarrierWord.None
                ? Twiml.Of(reply.Says, requests.StatusCallback(context), message.ShownOn == ChannelKind.WhatsApp ? AddressOf : null)
                : Twiml.Silence);
        });
    }

    private string? AddressOf(string name) => MediaAddresses.IsOne(name) ? media.Public(name) : sounds.Public(name);

    private static string CauseOf(Exception e) =>
        e switch { StoreFullException => "the disk is full", StoreBrokenException => "the disk fails", _ => "the store is busy" };

    /// <summary>A store that takes nothing: 503, with nothing half done.</summary>
    private async Task GuardAsync(HttpContext context, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is StoreUnavailableException)
        {
            TwilioLog.NotTaken(logger, CauseOf(e));
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    /// <returns>Null when the request has been refused.</returns>
    private async ValueTask<TwilioForm?> OpenAsync(HttpContext context)
    {
        var signed = await requests.ReadAsync(context);
        if (signed.Form is null)
        {
            context.Response.StatusCode = signed.Refusal;
        }
        return signed.Form;
    }

    private void Refuse(HttpContext context, int status)
    {
        TwilioLog.Malformed(logger, context.GetEndpoint()?.DisplayName ?? "");
        context.Response.StatusCode = status;
    }

    private static Task WriteAsync(HttpContext context, string twiml)
    {
        context.Response.ContentType = Twiml.ContentType;
        return context.Response.WriteAsync(twiml);
    }
}
