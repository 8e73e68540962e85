using System.Collections.Frozen;
using System.Globalization;
using OutreachBot.Places.Imports;

namespace OutreachBot.Places.Reading;

/// <summary>Finds the one village of a municipality that words name, or that is nearest to a pin.</summary>
/// <remarks>Word for word: the municipality is known already, and a village guessed wrong would call the wrong neighbour first.</remarks>
internal sealed class CommunityReader
{
    /// <summary>Farther a pin is of no village.</summary>
    private const double NearMetres = 2_000;

    private readonly FrozenDictionary<string, List<Entry>> _villages;

    public CommunityReader(IReadOnlyList<Village> villages, MunicipalityTable table) => _villages = villages
        .GroupBy(v => v.Municipality, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Select(v => Entry.Of(v, table.Find(g.Key)?.Name)).ToList(), StringComparer.Ordinal);

    /// <param name="said">Words, or a pin's two numbers as they are kept.</param>
    /// <returns>A community's id; null when none is named, or more than one.</returns>
    public string? Find(string municipality, string said) =>
        !_villages.TryGetValue(municipality, out var villages) ? null
        : ReadPin(said) is { } pin ? Nearest(villages, pin)
        : Named(villages, WordsOf(said));

    private static string? Named(List<Entry> villages, string[] said)
    {
        var longest = 0;
        string? found = null;
        foreach (var village in villages)
        {
            var length = village.Names.Where(n => Holds(said, n)).Select(n => n.Length).DefaultIfEmpty().Max();
            if (length > 0 && length >= longest)
            {
                // Two that fit equally well are a question that nobody asks: then it is the municipality's.
                found = length == longest ? null : village.Id;
                longest = length;
            }
        }
        return found;
    }

    private static string? Nearest(List<Entry> villages, GeoPoint pin) => villages
        .Where(v => v.At is not null && v.At.Value.MetresTo(pin) <= NearMetres)
        .MinBy(v => v.At!.Value.MetresTo(pin))?.Id;

    private static bool Holds(string[] said, string[] name)
    {
        for (var at = 0; at + name.Length <= said.Length; at++)
        {
            if (said.AsSpan(at, name.Length).SequenceEqual(name))
            {
                return true;
            }
        }
        return false;
    }

    private static GeoPoint? ReadPin(string said) =>
        said.Split(',') is [var latitude, var longitude]
        && double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var north)
        && double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var east)
            ? new GeoPoint(north, east)
            : null;

    private static string[] WordsOf(string text) => [.. PlaceText.Read(text).Words.Select(w => w.Text)];

    private sealed record Entry(string Id, IReadOnlyList<string[]> Names, GeoPoint? At)
    {
        // The name of the municipality means all of it.
        public static Entry Of(Village village, string? municipality)
        {
            var whole = municipality is null ? [] : WordsOf(municipality);
            var names = village.AlsoCalled.Prepend(village.Name).Select(WordsOf).Where(n => n.Length > 0 && !n.SequenceEqual(whole));
            return new Entry(village.Id, [.. names], village.At);
        }
    }
}
