using OutreachBot.Flows.Running;

namespace OutreachBot.Places;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class PlacesServices
{
    public static IServiceCollection AddPlaces(this IServiceCollection services) => services
        .AddSingleton(_ => Gazetteer.Embedded())
        .AddSingleton<IPlaceReader>(p => p.GetRequiredService<Gazetteer>());
}
