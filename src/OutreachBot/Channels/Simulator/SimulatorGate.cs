using System.Net;
using OutreachBot.Demo;

namespace OutreachBot.Channels.Simulator;

/// <summary>Keeps everybody out of the simulator but the person at this machine, in a demo.</summary>
/// <remarks>
/// A page elsewhere in her browser may call loopback addresses (a foreign Origin, or a form, which can't send JSON); a name
/// that resolves to loopback makes it the same origin (a foreign Host); a proxy in front makes the world look local
/// (forwarded headers). Each is refused.
/// </remarks>
internal sealed class SimulatorGate(RequestDelegate next, LineMode mode)
{
    private static readonly string[] ForwardedHeaders = ["Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Original-Host", "True-Client-IP", "CF-Connecting-IP"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(SimulatorDoors.Root))
        {
            return next(context);
        }
        var refusal = Refusal(context);
        if (refusal != 0)
        {
            context.Response.StatusCode = refusal;
            return Task.CompletedTask;
        }
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return next(context);
    }

    private int Refusal(HttpContext context)
    {
        var request = context.Request;
        if (!mode.IsDemo)
        {
            return StatusCodes.Status404NotFound;
        }
        if (IsForwarded(request.Headers) || !IsLoopback(request.Host) || !IsFromHere(context.Connection.RemoteIpAddress) || !IsOwnOrigin(request))
        {
            return StatusCodes.Status403Forbidden;
        }
        return HttpMethods.IsPost(request.Method) && !IsJson(request) ? StatusCodes.Status415UnsupportedMediaType : 0;
    }

    private static bool IsForwarded(IHeaderDictionary headers) =>
        ForwardedHeaders.Any(headers.ContainsKey)
        || headers.Keys.Any(name => name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase));

    private static bool IsLoopback(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Host is "127.0.0.1" or "[::1]";

    private static bool IsFromHere(IPAddress? address) => address is null || IPAddress.IsLoopback(address);

    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin is not [var origin] || origin == $"{request.Scheme}://{request.Host.Value}";

    private static bool IsJson(HttpRequest request) =>
        request.ContentType?.Split(';', 2)[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase) == true;
}
