using OutreachBot.Conversations;
using OutreachBot.Flows.Running;

namespace OutreachBot.Places;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class PlacesServices
{
    public static IServiceCollection AddPlaces(this IServiceCollection services) => services
        .AddSingleton(p => Gazetteer.With(p.GetRequiredService<Imports.IImportedPlaces>()))
        .AddSingleton<Imports.PlaceImport>()
        .AddSingleton<IOrdinaryWords, EverydayWords>()
        .AddSingleton<IPlaceReader>(p => p.GetRequiredService<Gazetteer>());
}
