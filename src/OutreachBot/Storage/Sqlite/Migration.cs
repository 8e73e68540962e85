using System.Reflection;
using System.Text.RegularExpressions;

namespace OutreachBot.Storage.Sqlite;

/// <summary>One numbered change of the database's shape, embedded from <c>Migrations/NNNN_name.sql</c>.</summary>
internal sealed partial record Migration(int Number, string Name, string Sql)
{
    /// <summary>All that this build knows, in their order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        .. from resource in Assembly.GetExecutingAssembly().GetManifestResourceNames()
           let match = NamePattern().Match(resource)
           where match.Success
           let number = int.Parse(match.Groups["number"].Value)
           orderby number
           select new Migration(number, match.Groups["name"].Value, Read(resource)),
    ];

    private static string Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\.Sqlite\.Migrations\.(?<number>\d{4})_(?<name>\w+)\.sql$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}
