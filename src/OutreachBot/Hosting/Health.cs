namespace OutreachBot.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can take a message.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", context => context.Response.WriteAsync("live\n", context.RequestAborted));
        routes.MapGet("/health/ready", context => context.Response.WriteAsync("ready\n", context.RequestAborted));
    }
}
