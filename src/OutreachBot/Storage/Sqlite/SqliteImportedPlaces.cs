using Dapper;
using Microsoft.Data.Sqlite;
using NetTopologySuite.IO;
using OutreachBot.Places;
using OutreachBot.Places.Boundaries;
using OutreachBot.Places.Imports;
using OutreachBot.Settings;

namespace OutreachBot.Storage.Sqlite;

/// <summary>Imported places in a database of their own, <c>places.db</c>: an import never waits for a message, nor a message for it.</summary>
internal sealed class SqliteImportedPlaces(DataDirectory directory, TimeProvider time) : IImportedPlaces
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS files (hash TEXT PRIMARY KEY, kind TEXT NOT NULL, taken_in TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS villages (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, also TEXT NOT NULL, municipality TEXT NOT NULL,
            latitude REAL, longitude REAL, population INTEGER) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS borders (municipality TEXT PRIMARY KEY, area BLOB NOT NULL) WITHOUT ROWID;
        """;

    private string Path => System.IO.Path.Combine(directory.Path, "places.db");

    /// <remarks>The file's time of change: the journal is a file of its own and goes with the commit, so a commit changes it.</remarks>
    public long Stamp => File.GetLastWriteTimeUtc(Path).Ticks;

    public ImportedPlaces Read()
    {
        if (!File.Exists(Path))
        {
            return ImportedPlaces.None;
        }
        using var connection = Open();
        var reader = new WKBReader();
        return new ImportedPlaces(
            [
                .. connection.Query<VillageRow>("SELECT id, name, also, municipality, latitude, longitude, population FROM villages ORDER BY id", buffered: false)
                    .Select(row => row.ToVillage()),
            ],
            [
                .. connection.Query<(string Municipality, byte[] Area)>("SELECT municipality, area FROM borders ORDER BY municipality", buffered: false)
                    .Select(row => new Border(row.Municipality, reader.Read(row.Area))),
            ]);
    }

    public bool Has(string hash)
    {
        if (!File.Exists(Path))
        {
            return false;
        }
        using var connection = Open();
        return connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM files WHERE hash = @hash)", new { hash });
    }

    public void Add(PlaceFile file, string hash)
    {
        directory.Create();
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        var writer = new WKBWriter();
        connection.Execute(
            "INSERT OR REPLACE INTO villages VALUES (@Id, @Name, @Also, @Municipality, @Latitude, @Longitude, @Population)",
            file.Villages.Select(VillageRow.Of), transaction);
        connection.Execute(
            "INSERT OR REPLACE INTO borders VALUES (@Municipality, @Area)",
            file.Borders.Select(b => new { b.Municipality, Area = writer.Write(b.Area) }), transaction);
        connection.Execute(
            "INSERT INTO files VALUES (@hash, @kind, @at)",
            new { hash, kind = file.Kind.ToString(), at = time.GetUtcNow().ToString("O") }, transaction);
        transaction.Commit();
    }

    // The plain journal, not a log beside it: the stamp is the file's.
    private SqliteConnection Open()
    {
        if (!OperatingSystem.IsWindows() && !File.Exists(Path))
        {
            using var made = new FileStream(
                Path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        }
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false, DefaultTimeout = 10 }.ToString());
        connection.Open();
        connection.Execute(Schema);
        return connection;
    }

    private sealed class VillageRow
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string Also { get; init; } = "";

        public string Municipality { get; init; } = "";

        public double? Latitude { get; init; }

        public double? Longitude { get; init; }

        public int? Population { get; init; }

        public static VillageRow Of(Village village) => new()
        {
            Id = village.Id,
            Name = village.Name,
            Also = string.Join(';', village.AlsoCalled),
            Municipality = village.Municipality,
            Latitude = village.At?.Latitude,
            Longitude = village.At?.Longitude,
            Population = village.Population,
        };

        public Village ToVillage() => new(
            Id, Name, Also.Length == 0 ? [] : Also.Split(';'), Municipality,
            Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null, Population);
    }
}
