using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using OutreachBot.Settings;

namespace OutreachBot.Channels.Twilio;

/// <summary>What came of reading a webhook.</summary>
/// <param name="Form">Null when <paramref name="Refusal"/> says why not.</param>
/// <param name="Refusal">The status to answer with; 0: none.</param>
internal readonly record struct SignedForm(TwilioForm? Form, int Refusal);

/// <summary>Reads a webhook's form and lets nothing in that the provider did not sign.</summary>
internal sealed class SignedRequest(ITwilioSignature signature, IOptions<PublicOptions> site, ILogger<SignedRequest> logger)
{
    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>Most bytes of a form, 64 KiB; the provider's longest are under 20 KB.</summary>
    private const int MaxBytes = 64 * 1024;

    private readonly string? _site = site.Value.PublicUrl?.OriginalString.TrimEnd('/');

    public async ValueTask<SignedForm> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var door = context.GetEndpoint()?.DisplayName ?? "";
        if (await RequestBody.ReadAsync(request.BodyReader, MaxBytes, context.RequestAborted) is not { } body)
        {
            return new SignedForm(null, StatusCodes.Status413PayloadTooLarge);
        }
        var header = request.Headers["X-Twilio-Signature"] is [{ } only] ? only : null;
        var isForm = request.ContentType is null || request.ContentType.StartsWith(FormType, StringComparison.OrdinalIgnoreCase);
        var form = isForm ? TwilioForm.TryParse(body) : null;
        if (!(isForm ? form is not null && signature.Covers(header, UrlOf(context), form) : signature.Covers(header, UrlOf(context), body)))
        {
            TwilioLog.SignatureRefused(logger, door);
            return new SignedForm(null, StatusCodes.Status403Forbidden);
        }
        if (form is null || form.HasRepeatedName)
        {
            TwilioLog.Malformed(logger, door);
            return new SignedForm(null, isForm ? StatusCodes.Status400BadRequest : StatusCodes.Status415UnsupportedMediaType);
        }
        return new SignedForm(form, 0);
    }

    /// <summary>Where the provider is to tell what became of a message.</summary>
    public string StatusCallback(HttpContext context) => SiteOf(context) + TwilioDoors.Status;

    // The raw target, as it stood in the request: a parsed and rebuilt address is not the one that was signed. Behind a proxy
    // the setting says what the provider called; forwarded headers are anybody's word.
    private string UrlOf(HttpContext context) => SiteOf(context) + context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private string SiteOf(HttpContext context) => _site ?? $"{context.Request.Scheme}://{context.Request.Host.Value}";
}
