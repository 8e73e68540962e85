using OutreachBot.Demo;

namespace OutreachBot.Channels.Simulator;

/// <summary>The simulator's page and what it calls.</summary>
internal static class SimulatorDoors
{
    public const string Root = "/simulator";

    public static void MapSimulator(this IEndpointRouteBuilder routes)
    {
        var mode = routes.ServiceProvider.GetRequiredService<LineMode>();
        routes.MapGet("/", () => mode.IsDemo ? Results.Redirect(Root) : Results.NotFound());
        var desk = routes.ServiceProvider.GetRequiredService<SimulatorDesk>();
        routes.MapPost(Root + "/messages", desk.SendAsync);
        routes.MapPost(Root + "/clock", desk.AdvanceAsync);
        routes.MapPost(Root + "/reset", desk.ResetAsync);
        routes.MapGet(Root + "/state", desk.ShowAsync);
        routes.MapGet(Root, context => PageFiles.WriteAsync(context, "index.html"));
        routes.MapGet(Root + "/{file}", context => PageFiles.WriteAsync(context, (string)context.Request.RouteValues["file"]!));
    }
}
