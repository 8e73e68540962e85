namespace OutreachBot.Channels.Android;

/// <summary>What came of reading a phone's call.</summary>
/// <param name="Event">Null when <paramref name="Refusal"/> says why not.</param>
/// <param name="Refusal">The status to answer with; 0: none.</param>
internal readonly record struct SignedEvent(GatewayPhone? Phone, GatewayEvent? Event, int Refusal);

/// <summary>Lets nothing in that the phone of this door did not sign, lately.</summary>
internal sealed class GatewayRequest(GatewayPhones phones, ILogger<GatewayRequest> logger)
{
    /// <summary>Most bytes of a call, 64 KiB: the longest message there is has under 40 KB.</summary>
    private const int MaxBytes = 64 * 1024;

    private const int LongestId = 128;

    public async ValueTask<SignedEvent> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (await RequestBody.ReadAsync(request.BodyReader, MaxBytes, context.RequestAborted) is not { } body)
        {
            return new SignedEvent(null, null, StatusCodes.Status413PayloadTooLarge);
        }
        var phone = phones.Find(context.GetRouteValue("device") as string);
        if (phone?.Signature.Covers(Only(request, "X-Signature"), Only(request, "X-Timestamp"), body, phones.Clock.GetUtcNow()) != true)
        {
            // What stands in the address is anybody's word: only the name of a phone of ours is told.
            GatewayLog.SignatureRefused(logger, phone?.Device.Id ?? "(none of ours)");
            return new SignedEvent(null, null, StatusCodes.Status403Forbidden);
        }
        var isJson = request.HasJsonContentType();
        if (!isJson || GatewayEvent.TryParse(body) is not { Event: { Length: > 0 }, Id: { Length: > 0 and <= LongestId } } told)
        {
            GatewayLog.Malformed(logger, phone.Device.Id);
            return new SignedEvent(null, null, isJson ? StatusCodes.Status400BadRequest : StatusCodes.Status415UnsupportedMediaType);
        }
        return new SignedEvent(phone, told, 0);
    }

    private static string? Only(HttpRequest request, string name) => request.Headers[name] is [{ } only] ? only : null;
}
