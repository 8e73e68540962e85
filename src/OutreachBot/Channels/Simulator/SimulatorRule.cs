using System.Net;
using OutreachBot.Demo;

namespace OutreachBot.Channels.Simulator;

/// <summary>Who may come to the simulator.</summary>
internal interface ISimulatorRule
{
    /// <returns>The status to answer with; 0: let in.</returns>
    int Refusal(HttpContext context);
}

/// <summary>Keeps everybody out of the simulator but the person at this machine, in a demo.</summary>
/// <remarks>
/// A page elsewhere in her browser may call loopback addresses (a foreign Origin, or a form, which can't send JSON); a name
/// that resolves to loopback makes it the same origin (a foreign Host); a proxy in front makes the world look local
/// (forwarded headers). Each is refused.
/// </remarks>
internal sealed class SimulatorRule(LineMode mode) : ISimulatorRule
{
    private static readonly string[] ForwardedHeaders = ["Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Original-Host", "True-Client-IP", "CF-Connecting-IP"];

    public int Refusal(HttpContext context)
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
