using System.Globalization;

namespace OutreachBot.Places.Imports;

/// <summary>A country's file of geonames.org: tab-separated, 19 columns, no header. Populated places of our two countries are taken.</summary>
/// <remarks>
/// Columns after the site's own readme: 1 id, 2 name, 4 other names (by commas), 5 latitude, 6 longitude, 7 class
/// (P: populated place), 9 country, 15 population. It has no municipality that joins with a census code, so the place is
/// put where its point lies: boundaries must be there first, for the nearest seat is wrong half of the time.
/// </remarks>
internal sealed class GeoNamesDump(VillageCheck check, Gazetteer gazetteer)
{
    private const int Columns = 19;

    public PlaceFile Read(TextReader reader, Action<long> progress)
    {
        if (!gazetteer.HasBoundaries)
        {
            return PlaceFile.Faulty(PlaceFileKind.GeoNames, new PlaceFault(
                "line 1", null, "boundaries are not known yet", "Import the boundaries first: without them nobody can say in which municipality a point lies."));
        }
        var villages = new List<Village>();
        var faults = new List<PlaceFault>();
        var (line, passedOver, characters) = (0, 0, 0L);
        while (reader.ReadLine() is { } text)
        {
            line++;
            characters += text.Length + 1;
            progress(characters);
            if (text.Length == 0)
            {
                continue;
            }
            var cells = text.Split('\t');
            if (cells.Length != Columns)
            {
                faults.Add(new PlaceFault($"line {line}", null, $"it has {cells.Length} columns, a dump {Columns}", "Take the country's file from geonames.org as it is."));
                continue;
            }
            if (cells[6] != "P" || cells[8] is not ("BO" or "GT") || MunicipalityOf(cells) is not { } municipality)
            {
                passedOver++;
                continue;
            }
            var names = cells[3].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(IsLatin).Take(12).ToList();
            var population = cells[14] is "0" ? "" : cells[14];
            if (check.Read($"line {line}", $"{cells[8]}-N{cells[0]}", cells[1], names, municipality.Id, (cells[4], cells[5]), population, faults) is { } village)
            {
                villages.Add(village);
            }
        }
        return new PlaceFile(PlaceFileKind.GeoNames, villages, [], passedOver, faults);
    }

    // A point that no municipality of its own country holds says nothing of where it is.
    private Municipality? MunicipalityOf(string[] cells) =>
        double.TryParse(cells[4], CultureInfo.InvariantCulture, out var latitude) && double.TryParse(cells[5], CultureInfo.InvariantCulture, out var longitude)
        && gazetteer.Locate(new GeoPoint(latitude, longitude)).Municipality is { } found && found.Country == cells[8]
            ? found
            : null;

    private static bool IsLatin(string name) => name.Length is > 1 and <= 60 && name.All(c => c < 0x250);
}
