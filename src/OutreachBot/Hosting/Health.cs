namespace OutreachBot.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: a message that came now would be kept.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var readiness = routes.ServiceProvider.GetRequiredService<Readiness>();
        routes.MapGet("/health/live", context => SayAsync(context, "live"));
        routes.MapGet("/health/ready", async context =>
        {
            var fault = await readiness.AskAsync();
            context.Response.StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            await SayAsync(context, fault ?? "ready");
        });
    }

    private static Task SayAsync(HttpContext context, string word)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(word + "\n", context.RequestAborted);
    }
}
