namespace OutreachBot.Sounds;

/// <summary><c>GET /sounds/…</c>: gives a sound out to whoever was given its address.</summary>
internal static class SoundDoor
{
    public static void MapSounds(this IEndpointRouteBuilder routes)
    {
        var addresses = routes.ServiceProvider.GetRequiredService<SoundAddresses>();
        var shelf = routes.ServiceProvider.GetRequiredService<SoundShelf>();
        routes.MapMethods(SoundAddresses.Door + "{token}", ["GET", "HEAD"], (string token, HttpContext context) =>
        {
            // One answer whether it was never made, has ended or is gone.
            if (addresses.Read(token) is not { } name || shelf.Open(name) is not { } sound)
            {
                return Results.NotFound();
            }
            context.Response.Headers.CacheControl = "private, max-age=600";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return Results.File(sound.Path, "audio/ogg", enableRangeProcessing: true);
        });
    }
}
