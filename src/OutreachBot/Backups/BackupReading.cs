using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OutreachBot.Backups;

/// <summary>Reads a backup line by line. What it gives out counts only once it has come to its end.</summary>
internal sealed class BackupReading : IDisposable
{
    private const string NotOurs = "It was not made by this installation's server, or was changed since.";

    private readonly StreamReader _lines;
    private readonly string _first;

    private BackupReading(StreamReader lines, string first, BackupHeader header)
    {
        (_lines, _first, Header) = (lines, first, header);
    }

    public BackupHeader Header { get; }

    /// <returns>Null when it doesn't begin as a backup does.</returns>
    /// <exception cref="InvalidDataException">The stream says that it is damaged.</exception>
    public static BackupReading? TryBegin(Stream plain)
    {
        var lines = new StreamReader(plain, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        if (lines.ReadLine() is { } first && TryParse(first) is { } line && BackupLines.ReadHeader(line) is { } header)
        {
            return new BackupReading(lines, first, header);
        }
        lines.Dispose();
        return null;
    }

    /// <param name="macKey">Derived from the server key for <see cref="BackupWriting.MacUse"/>.</param>
    /// <exception cref="InvalidDataException">It is damaged, cut, or nothing that this installation's server made.</exception>
    public IEnumerable<BackupItem> Items(byte[] macKey)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, macKey);
        Append(mac, _first);
        var rows = 0L;
        while (_lines.ReadLine() is { } text)
        {
            var line = TryParse(text) ?? throw new InvalidDataException(NotOurs);
            if (BackupLines.ReadEnd(line) is { } end)
            {
                CheckEnd(end, rows, mac.GetHashAndReset());
                yield break;
            }
            Append(mac, text);
            var item = BackupLines.ReadItem(line) ?? throw new InvalidDataException(NotOurs);
            rows += item is BackupRow ? 1 : 0;
            yield return item;
        }
        throw new InvalidDataException(NotOurs);
    }

    public void Dispose() => _lines.Dispose();

    private void CheckEnd((long Rows, string Mac) end, long rows, byte[] mac)
    {
        var isOurs = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(end.Mac), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(mac)));
        if (!isOurs || end.Rows != rows || _lines.ReadLine() is not null)
        {
            throw new InvalidDataException(NotOurs);
        }
    }

    private static void Append(IncrementalHash mac, string line)
    {
        mac.AppendData(Encoding.UTF8.GetBytes(line));
        mac.AppendData("\n"u8);
    }

    private static JsonElement? TryParse(string line)
    {
        try
        {
            return JsonElement.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
