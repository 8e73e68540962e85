using System.Text;
using OutreachBot.Privacy;

namespace OutreachBot.Doctor.Theft;

/// <summary>Reads files as they lie on the disk: free pages, the write-ahead log, logs, and whatever else somebody left there.</summary>
/// <param name="shapes">How the tables were made: words that lie in the database's file by right.</param>
internal sealed class FileTheft(Haul haul, KnownWords.Search known, ServerKey? key, IReadOnlyList<string> shapes)
{
    private const string Places = "places.db";
    private const int LeastWords = 4;
    private const int LeastLength = 20;

    private readonly string[] _keys = key is null ? [] : [key.Export().TrimEnd('='), Encoding.Latin1.GetString(Convert.FromBase64String(key.Export()))];

    public void Take(Loot loot)
    {
        foreach (var file in loot.InDirectory)
        {
            Take(file, isLog: false);
        }
        foreach (var file in loot.Logs)
        {
            Take(file, isLog: true);
        }
        haul.CountClear("files", loot.InDirectory.Count);
        haul.CountClear("logs", loot.Logs.Count);
    }

    private void Take(string file, bool isLog)
    {
        var (sentences, numbers, words, keys, secrets) = (0, 0, 0, 0, 0);
        try
        {
            // A running server holds its lock's file shut, and there is nothing in it.
            if (new FileInfo(file).Length == 0)
            {
                return;
            }
            Loot.Walk(file, (bytes, own) =>
            {
                numbers += OpenNumbers.Count(bytes, own);
                var found = known.Count(bytes, own);
                (words, numbers) = (words + found.Words, numbers + found.Numbers);
                // A log is made of sentences, and places are published: there only known words and numbers can be told.
                sentences += isLog || Path.GetFileName(file).StartsWith(Places, StringComparison.Ordinal)
                    ? 0
                    : OpenWords.Count(bytes, own, LeastWords, LeastLength, IsShape);
                foreach (var spelling in _keys)
                {
                    keys += Occurrences(bytes, own, spelling);
                }
                secrets += Occurrences(bytes, own, "AGE-SECRET-KEY-1");
            });
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // The running server has it no more, as its write-ahead log; a log that was named has to be there.
            if (isLog)
            {
                haul.ReadWithoutKey($"{file} is not there, so it wasn't looked at.", "Say with --logs where the logs are.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            haul.ReadWithoutKey($"{file} could not be looked at.", "Run this as the user the server runs as.");
        }
        Tell(file, numbers, sentences + words, keys, secrets);
    }

    private void Tell(string file, int numbers, int words, int keys, int secrets)
    {
        if (numbers > 0)
        {
            haul.ReadWithoutKey($"{file}: telephone numbers can be read without any key, {numbers} times.", "Delete the file if it is no part of the line; else stop the server and have it looked at.");
        }
        if (words > 0)
        {
            haul.ReadWithoutKey($"{file}: words can be read without any key, {words} times.", "Delete the file if it is no part of the line; else stop the server and have it looked at.");
        }
        if (keys > 0)
        {
            haul.ReadWithoutKey($"{file}: the server key itself lies there, so that whoever takes the data has it too.", "Keep it elsewhere: a systemd credential, Keys__ServerKey, or Keys__ServerKeyFile outside the data directory.");
        }
        if (secrets > 0)
        {
            haul.ReadWithoutKey($"{file}: a secret key that opens stories lies there.", "Print it, lock it away, and delete the file.");
        }
    }

    // Without its first and last word, for in the file a length may touch them; and a table's two names stand before "CREATE".
    private bool IsShape(string text)
    {
        var between = OpenWords.Between;
        var end = text.LastIndexOfAny(between);
        var made = text.IndexOf("CREATE ", StringComparison.Ordinal);
        var begin = made > 0 && text[..made].Split(between, StringSplitOptions.RemoveEmptyEntries).Length <= 2 ? made : text.IndexOfAny(between);
        return begin < end && shapes.Any(s => s.Contains(text[begin..end], StringComparison.Ordinal));
    }

    private static int Occurrences(ReadOnlySpan<byte> bytes, Range own, string what)
    {
        var pattern = Encoding.Latin1.GetBytes(what);
        var (at, length) = own.GetOffsetAndLength(bytes.Length);
        var end = at + length;
        var found = 0;
        while (bytes[at..].IndexOf(pattern) is var next && next >= 0 && at + next < end)
        {
            found++;
            at += next + 1;
        }
        return found;
    }
}
