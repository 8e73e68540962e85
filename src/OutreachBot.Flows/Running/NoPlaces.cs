namespace OutreachBot.Flows.Running;

/// <summary>Knows no place: where no person is being heard.</summary>
internal sealed class NoPlaces : IPlaceReader
{
    public static readonly NoPlaces Instance = new();

    public PlaceReading Read(string text, string? country) => PlaceReading.Nothing;

    public PlaceReading Read(Pin pin) => PlaceReading.Nothing;

    public PlaceReading ReadDepartment(string text, string? country) => PlaceReading.Nothing;

    public string Label(string id) => id;
}
