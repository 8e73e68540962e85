using System.Security.Cryptography;

namespace OutreachBot.Backups;

/// <summary>A backup's bytes, made as they are read: neither the whole of it nor a temporary file is ever there.</summary>
internal static class BackupWriting
{
    /// <summary>The use that the key of the last line's MAC is derived for.</summary>
    public const string MacUse = "backup";

    /// <summary>Anybody who has seen the sheet's public key could seal a file to it; the MAC tells that this installation did.</summary>
    public static IEnumerable<byte[]> Lines(BackupHeader header, IEnumerable<BackupItem> items, byte[] macKey)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, macKey);
        var first = BackupLines.Write(header);
        mac.AppendData(first);
        yield return first;
        var rows = 0L;
        foreach (var item in items)
        {
            var line = BackupLines.Write(item);
            mac.AppendData(line);
            rows += item is BackupRow ? 1 : 0;
            yield return line;
        }
        yield return BackupLines.WriteEnd(rows, mac.GetHashAndReset());
    }
}
