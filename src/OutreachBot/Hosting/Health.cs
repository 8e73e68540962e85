namespace OutreachBot.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: a message that came now would be kept.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var readiness = routes.ServiceProvider.GetRequiredService<Readiness>();
        routes.MapGet("/health/live", context => context.Response.WriteAsync("live\n", context.RequestAborted));
        routes.MapGet("/health/ready", async context =>
        {
            var fault = await readiness.AskAsync();
            context.Response.StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsync((fault ?? "ready") + "\n", context.RequestAborted);
        });
    }
}
