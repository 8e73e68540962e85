namespace OutreachBot.Channels.Android;

/// <summary>The path that a phone's app calls; a contract.</summary>
internal static class GatewayDoors
{
    public const string Events = "/channels/android/{device}";

    public static void MapAndroid(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Events, routes.ServiceProvider.GetRequiredService<GatewayWebhooks>().TakeAsync);
}
