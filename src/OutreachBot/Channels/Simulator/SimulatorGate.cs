namespace OutreachBot.Channels.Simulator;

/// <summary>Lets nothing through to the simulator but what its rule lets in.</summary>
internal sealed class SimulatorGate(RequestDelegate next, ISimulatorRule rule)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(SimulatorDoors.Root))
        {
            return next(context);
        }
        var refusal = rule.Refusal(context);
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
}
