namespace OutreachBot.Hosting;

/// <summary>What every answer carries unless its door says otherwise: it is no page, runs nothing, is kept nowhere, and tells no next site of itself.</summary>
/// <remarks>Machines fetch most of it; but an address may be opened in a browser, by somebody who found it.</remarks>
internal sealed class DoorHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // As the answer starts, so that an answer to a fault, made after all else was cleared, has them too.
        context.Response.OnStarting(static response => Add(((HttpResponse)response).Headers), context.Response);
        return next(context);
    }

    private static Task Add(IHeaderDictionary headers)
    {
        headers.TryAdd("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Cache-Control", "no-store");
        return Task.CompletedTask;
    }
}
