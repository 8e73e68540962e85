#:package CsvHelper

// Restates what Places embeds of the gazetteer: departments, Bolivia's provinces, and the 683 municipalities with the
// position of their seat and, for Bolivia, the population of the 2024 census. Alternative names are kept by hand in
// src/OutreachBot/Places/Data/names.tsv and are not made here.
//
//   dotnet run tools/make-municipalities.cs -- ../shared/data/places/places.csv src/OutreachBot/Places/Data
//
// Sources and credits: docs/places.md.

using System.Globalization;
using CsvHelper;

if (args is not [var source, var target])
{
    Console.Error.WriteLine("usage: dotnet run tools/make-municipalities.cs -- PLACES.csv FOLDER");
    return 2;
}

// The census file gives these names cut, or with signs that nobody writes.
var corrected = new Dictionary<string, string>(StringComparer.Ordinal)
{
    ["BO-020805"] = "San Andrés de Machaca",
    ["BO-050901"] = "Colcha K",
    ["BO-051102"] = "Caiza D",
    ["BO-071501"] = "Ascensión de Guarayos",
    ["BO-071104"] = "San Antonio de Lomerío",
    ["GT-1017"] = "Santo Tomás La Unión",
    ["GT-1224"] = "San José Ojetenam",
};

// The source gives Huehuetenango the town of Aguacatán, 18 km off; the city's own position is GeoNames'.
var seats = new Dictionary<string, (string, string)>(StringComparer.Ordinal) { ["GT-1301"] = ("15.3192", "-91.4724") };

var areas = new List<string>();
var municipalities = new List<string>();
using (var reader = CsvReader.FromFile(source))
{
    while (reader.Read())
    {
        var id = Field("id");
        var name = corrected.GetValueOrDefault(id, Field("name"));
        switch (Field("level"))
        {
            case "department" or "province":
                areas.Add($"{id}\t{name}");
                break;
            case "municipality":
                var (latitude, longitude) = seats.GetValueOrDefault(id, (Degrees("lat"), Degrees("lon")));
                municipalities.Add($"{id}\t{name}\t{latitude}\t{longitude}\t{Field("population")}");
                break;
        }
    }

    string Field(string column) => reader.GetString(column);

    // Four decimals are 11 m: a seat is a town, not a door.
    string Degrees(string column) =>
        double.Parse(Field(column), CultureInfo.InvariantCulture).ToString("0.####", CultureInfo.InvariantCulture);
}

Write("areas.tsv", "# id\tname of the department, or of the province (Bolivia)", areas);
Write("municipalities.tsv", "# id\tname\tlatitude of the seat\tlongitude\tpopulation (Bolivia: census 2024)", municipalities);
return 0;

void Write(string file, string head, List<string> lines)
{
    lines.Sort(StringComparer.Ordinal);
    File.WriteAllText(Path.Combine(target, file), head + "\n" + string.Join('\n', lines) + "\n");
    Console.Error.WriteLine($"{file}: {lines.Count} lines");
}
