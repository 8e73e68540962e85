using System.Text;
using System.Text.Json;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;

namespace OutreachBot.Doctor.Theft;

/// <summary>Reads one table of the stolen database: counts what is meant to lie open, and tries every box.</summary>
/// <param name="vault">Null: there is no server key to be had.</param>
/// <param name="provisional">Takes the secret keys that open seals.</param>
internal sealed class TableTheft(Haul haul, KnownWords known, Vault? vault, List<AgeIdentity> provisional)
{
    public const string Seals = "tip_seal";

    private const string Mend = "Stop the server and have this looked at before anything else is told to it.";
    private const int LeastWords = 3;
    private const int LeastLength = 12;

    // No shorter: an id of 16 random bytes is printable now and then.
    private const int LeastPrintable = 24;

    private static readonly Dictionary<string, string> MeantToLieOpen = new(StringComparer.Ordinal)
    {
        ["tip"] = "tips (municipality, kind, urgency, language, hour)",
        ["person"] = "people who wrote (the hour of the last message)",
        ["audit"] = "lines of the audit (hour, key, act, tip)",
        ["alert"] = "alerts (who by id, tip, state)",
        ["training"] = "workshops (day, municipality, people)",
        ["agenda"] = "things due (kind and time)",
        [Seals] = "sealed parts of stories (that they are there, and their length)",
        ["erased"] = "ids of what was erased",
    };

    public void Take(string table, IEnumerable<StolenRow> rows)
    {
        var (count, open, damaged) = (0L, 0L, 0L);
        var boxes = LockedBoxes.All.Where(b => b.Table == table).ToList();
        foreach (var row in rows)
        {
            count++;
            open += row.Cells.Count(cell => LiesOpen(table, cell.Key, cell.Value));
            foreach (var box in boxes)
            {
                damaged += Open(box, row) ? 0 : 1;
            }
        }
        if (MeantToLieOpen.TryGetValue(table, out var kind))
        {
            haul.CountClear(kind, count);
        }
        if (open > 0)
        {
            haul.ReadWithoutKey($"Words can be read without any key in {open} places of the table '{table}'.", Mend);
        }
        if (damaged > 0)
        {
            haul.Note($"{damaged} boxes of the table '{table}' open by no key: they are damaged.", "A backup may have them whole.");
        }
    }

    private static bool LiesOpen(string table, string column, object? cell) => cell switch
    {
        byte[] bytes when table == Seals && column == "seal" => AgeHeader.Read(bytes, out _) is null,
        byte[] bytes => AgeHeader.Read(bytes, out _) is null && (IsPrintable(bytes) || HoldsWords(bytes)),
        string text => HoldsWords(Encoding.UTF8.GetBytes(text)),
        _ => false,
    };

    private static bool HoldsWords(ReadOnlySpan<byte> bytes) => OpenWords.Count(bytes, .., LeastWords, LeastLength, _ => false) > 0;

    private static bool IsPrintable(ReadOnlySpan<byte> bytes)
    {
        var printable = 0;
        foreach (var b in bytes)
        {
            printable += b is >= 0x20 and < 0x7F or (byte)'\n' ? 1 : 0;
        }
        return (bytes.Length >= LeastPrintable && printable >= bytes.Length * 0.9) || (bytes.Length >= 2 * LeastPrintable && printable >= bytes.Length * 0.8);
    }

    /// <returns>False where it should open and does not.</returns>
    private bool Open(LockedBox box, StolenRow row)
    {
        if (vault is null || row.Bytes(box.Column) is not { Length: > 0 } locked)
        {
            return true;
        }
        if (vault.Unlock(box.Purpose, box.Context(row), locked) is not { } plain)
        {
            return false;
        }
        haul.CountOpened(box.Kind);
        switch (box.Purpose)
        {
            case VaultPurpose.ProvisionalKey when AgeIdentity.TryFrom(plain) is { } identity:
                provisional.Add(identity);
                break;
            case VaultPurpose.OwedNumber:
                OpenContact(row, plain);
                break;
            case VaultPurpose.HandOver when HoldsStory(plain):
                haul.ReadWithKey(
                    "With the server key a hand-over copy shows its story.",
                    "Set Alerts__Details=brief; the copy goes an hour after the responder has it, a day at most.");
                break;
        }
        if (box.Purpose is VaultPurpose.Session or VaultPurpose.Outbox or VaultPurpose.Responder or VaultPurpose.KeepAway or VaultPurpose.HandOver)
        {
            known.Learn(plain);
        }
        return true;
    }

    private void OpenContact(StolenRow row, byte[] caseKey)
    {
        if (LockedBoxes.Contact(row, caseKey) is { } contact)
        {
            haul.CountOpened("numbers to ask back at");
            known.Learn(contact);
        }
    }

    private static bool HoldsStory(byte[] copy)
    {
        try
        {
            using var json = JsonDocument.Parse(copy);
            return json.RootElement.EnumerateObject().Any(p =>
                p.Name.Equals("story", StringComparison.OrdinalIgnoreCase) && p.Value.ValueKind is JsonValueKind.String);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
