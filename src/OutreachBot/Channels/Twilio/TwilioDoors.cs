namespace OutreachBot.Channels.Twilio;

/// <summary>The paths that the provider calls; a contract.</summary>
internal static class TwilioDoors
{
    public const string Messages = "/channels/twilio/messages";
    public const string Status = "/channels/twilio/status";
    public const string Calls = "/channels/twilio/calls";
    public const string Fallback = "/channels/twilio/fallback";

    public static void MapTwilio(this IEndpointRouteBuilder routes)
    {
        var webhooks = routes.ServiceProvider.GetRequiredService<TwilioWebhooks>();
        routes.MapPost(Messages, webhooks.TakeMessageAsync);
        routes.MapPost(Fallback, webhooks.TakeFallbackAsync);
        routes.MapPost(Status, webhooks.TakeStatusAsync);
        routes.MapPost(Calls, webhooks.TakeCallAsync);
    }
}
