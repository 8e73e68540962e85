using System.Security.Cryptography;
using System.Text;

namespace OutreachBot.Places.Imports;

/// <summary>What one file brought.</summary>
/// <param name="AlreadyThere">This very file had been taken in before: nothing was done.</param>
internal sealed record ImportOutcome(PlaceFile File, bool AlreadyThere);

/// <summary>Takes files of places in, each of them wholly or not at all; which kind a file is, its first bytes tell.</summary>
/// <remarks>A run that was cut off is taken up by running it again: files that are in are passed over.</remarks>
internal sealed class PlaceImport(Gazetteer gazetteer, IImportedPlaces places)
{
    /// <param name="progress">Told how many bytes of the file have been read.</param>
    public ImportOutcome Import(byte[] bytes, Action<long> progress)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (places.Has(hash))
        {
            return new ImportOutcome(new PlaceFile(PlaceFileKind.Localities, [], [], 0, []), AlreadyThere: true);
        }
        var file = Read(bytes, progress);
        if (file.Faults.Count == 0)
        {
            places.Add(file, hash);
        }
        return new ImportOutcome(file, AlreadyThere: false);
    }

    private PlaceFile Read(byte[] bytes, Action<long> progress)
    {
        var text = bytes.AsMemory(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
        var beginning = Encoding.UTF8.GetString(text.Span[..Math.Min(text.Length, 2048)]).TrimStart();
        if (beginning.StartsWith('{'))
        {
            return new BoundaryFile(gazetteer).Read(text, progress);
        }
        var check = new VillageCheck(gazetteer);
        var first = beginning.Split('\n', 2)[0];
        return first.Count(c => c == '\t') > 10
            ? new GeoNamesDump(check, gazetteer).Read(new StreamReader(new MemoryStream(bytes, writable: false), Encoding.UTF8), progress)
            : new LocalitySheet(check).Read(text, progress);
    }
}
