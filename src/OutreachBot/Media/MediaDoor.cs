using System.Collections.Concurrent;
using OutreachBot.Media.Stripping;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Media;

/// <summary><c>GET /media/…</c>: gives one voice message or picture to whoever was given its address.</summary>
internal sealed class MediaDoor(ITransactions transactions, IMediumStore store, MediaAddresses addresses)
{
    /// <summary>A provider fetches once or twice, a page now and then; an address that got into other hands is soon worn out.</summary>
    private const int MostTimes = 20;

    private readonly ConcurrentDictionary<RandomId, int> _given = new();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var door = routes.ServiceProvider.GetRequiredService<MediaDoor>();
        routes.MapMethods(MediaAddresses.Door + "{token}", ["GET", "HEAD"], door.GiveAsync);
    }

    private async Task GiveAsync(HttpContext context)
    {
        var response = context.Response;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        // One answer whether it was never made, has ended, or its case has.
        if (addresses.Read((string)context.Request.RouteValues["token"]!) is not { } medium
            || await transactions.RunAsync(unit => LengthOf(unit, medium.Id), context.RequestAborted) is not { } length)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (_given.AddOrUpdate(medium.Id, 1, (_, times) => times + 1) > MostTimes)
        {
            response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }
        response.ContentType = medium.Type.ContentType();
        response.Headers.ContentDisposition = "inline";
        response.ContentLength = length;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await using var bytes = new PartReader(transactions, store, medium.Id, medium.Key);
            await bytes.CopyToAsync(response.Body, context.RequestAborted);
        }
    }

    private long? LengthOf(UnitOfWork unit, RandomId id) =>
        store.Find(unit, id) is { State: MediumState.Passing } ? store.LengthOf(unit, id) : Forget(id);

    private long? Forget(RandomId id)
    {
        _given.TryRemove(id, out _);
        return null;
    }
}
