using System.Text;
using System.Text.Json;
using OutreachBot.Addresses;
using OutreachBot.Media;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Relay;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteCaseStore(IVault vault, IOutboxStore outbox, IMediumStore media) : ICaseStore
{
    public void KeepContact(UnitOfWork unit, TipId tip, Contact contact)
    {
        var id = tip.Value.ToBytes();
        var json = JsonSerializer.SerializeToUtf8Bytes(ContactBox.Of(contact), TipBoxesJson.Default.ContactBox);
        var box = KeyOf(unit, id, make: true)!.Lock(id, json);
        using var keep = unit.Sqlite().Prepare("UPDATE case_key SET contact = ?2 WHERE tip = ?1");
        keep.Bind(1, id).Bind(2, box).Run();
    }

    public Contact? ContactOf(UnitOfWork unit, TipId tip)
    {
        var id = tip.Value.ToBytes();
        if (KeyOf(unit, id, make: false) is not { } key)
        {
            return null;
        }
        using var find = unit.Sqlite().Prepare("SELECT contact FROM case_key WHERE tip = ?1");
        return find.Bind(1, id).Step() && find.BlobOrNull(0) is { } box && key.Unlock(id, box) is { } json
            ? JsonSerializer.Deserialize(json, TipBoxesJson.Default.ContactBox)!.Open()
            : null;
    }

    public IReadOnlyList<TipId> WithContact(UnitOfWork unit, Address address)
    {
        var all = new List<TipId>();
        using (var find = unit.Sqlite().Prepare("SELECT tip FROM case_key WHERE contact IS NOT NULL"))
        {
            while (find.Step())
            {
                all.Add(new TipId(RandomId.FromBytes(find.Blob(0))));
            }
        }
        return [.. all.Where(tip => ContactOf(unit, tip)?.Address.Identity == address.Identity)];
    }

    public void DropContact(UnitOfWork unit, TipId tip)
    {
        Delete(unit, "UPDATE case_key SET contact = NULL WHERE tip = ?1", tip);
        // The number lies in what waits to be sent there as well, and whoever withdrew it must not be written to.
        outbox.RemoveAbout(unit, tip.Value);
    }

    public void Leave(UnitOfWork unit, TipId tip, RelayEnd to, string words) => Leave(unit, tip, Shelf.Of(to), words);

    public string? Take(UnitOfWork unit, TipId tip, RelayEnd to) => Take(unit, tip, Shelf.Of(to));

    public bool Waits(UnitOfWork unit, TipId tip, RelayEnd to) => Oldest(unit, tip.Value.ToBytes(), Shelf.Of(to)) is not null;

    public void PutAside(UnitOfWork unit, TipId tip, RelayEnd to, string words) => Leave(unit, tip, Shelf.Aside(to), words);

    public string? TakeAside(UnitOfWork unit, TipId tip, RelayEnd to) => Take(unit, tip, Shelf.Aside(to));

    public bool WaitsAside(UnitOfWork unit, TipId tip, RelayEnd to) => Oldest(unit, tip.Value.ToBytes(), Shelf.Aside(to)) is not null;

    public void DropWords(UnitOfWork unit, TipId tip, RelayEnd to)
    {
        foreach (var shelf in (Shelf[])[Shelf.Of(to), Shelf.Aside(to)])
        {
            using var delete = unit.Sqlite().Prepare("DELETE FROM case_words WHERE tip = ?1 AND recipient = ?2");
            delete.Bind(1, tip.Value.ToBytes()).Bind(2, shelf.Name).Run();
        }
        DropMedia(unit, tip, m => m.Recipient == to);
    }

    public void Destroy(UnitOfWork unit, TipId tip)
    {
        Delete(unit, "DELETE FROM case_words WHERE tip = ?1", tip);
        Delete(unit, "DELETE FROM case_key WHERE tip = ?1", tip);
        outbox.RemoveAbout(unit, tip.Value);
        DropMedia(unit, tip, m => m.Recipient is not null);
    }

    private void DropMedia(UnitOfWork unit, TipId tip, Func<Medium, bool> which)
    {
        foreach (var medium in media.OfTip(unit, tip).Where(which))
        {
            media.Drop(unit, medium);
        }
    }

    private void Leave(UnitOfWork unit, TipId tip, Shelf shelf, string words)
    {
        var id = tip.Value.ToBytes();
        var box = KeyOf(unit, id, make: true)!.Lock(Context(id, shelf), Encoding.UTF8.GetBytes(words));
        using var leave = unit.Sqlite().Prepare(
            """
            INSERT INTO case_words (tip, recipient, turn, box)
            SELECT ?1, ?2, COALESCE(MAX(turn), 0) + 1, ?3 FROM case_words WHERE tip = ?1 AND recipient = ?2
            """);
        leave.Bind(1, id).Bind(2, shelf.Name).Bind(3, box).Run();
    }

    private string? Take(UnitOfWork unit, TipId tip, Shelf shelf)
    {
        var id = tip.Value.ToBytes();
        if (KeyOf(unit, id, make: false) is not { } key || Oldest(unit, id, shelf) is not (var turn, var box))
        {
            return null;
        }
        using var delete = unit.Sqlite().Prepare("DELETE FROM case_words WHERE tip = ?1 AND recipient = ?2 AND turn = ?3");
        delete.Bind(1, id).Bind(2, shelf.Name).Bind(3, turn).Run();
        return key.Unlock(Context(id, shelf), box) is { } words ? Encoding.UTF8.GetString(words) : null;
    }

    private CaseKey? KeyOf(UnitOfWork unit, byte[] tip, bool make)
    {
        using var find = unit.Sqlite().Prepare("SELECT box FROM case_key WHERE tip = ?1");
        if (find.Bind(1, tip).Step())
        {
            return vault.Unlock(VaultPurpose.OwedNumber, tip, find.Blob(0)) is { } bytes ? CaseKey.FromBytes(bytes) : null;
        }
        if (!make)
        {
            return null;
        }
        var key = CaseKey.Draw();
        using var keep = unit.Sqlite().Prepare("INSERT INTO case_key (tip, box, contact) VALUES (?1, ?2, NULL)");
        keep.Bind(1, tip).Bind(2, vault.Lock(VaultPurpose.OwedNumber, tip, key.ToBytes())).Run();
        return key;
    }

    private static (long Turn, byte[] Box)? Oldest(UnitOfWork unit, byte[] tip, Shelf shelf)
    {
        using var find = unit.Sqlite().Prepare(
            "SELECT turn, box FROM case_words WHERE tip = ?1 AND recipient = ?2 ORDER BY turn LIMIT 1");
        return find.Bind(1, tip).Bind(2, shelf.Name).Step() ? (find.Int64(0), find.Blob(1)) : null;
    }

    private static byte[] Context(byte[] tip, Shelf shelf) => [.. tip, shelf.Mark];

    /// <summary>Where words wait: an end's own turn, or aside until it comes over another road.</summary>
    private readonly record struct Shelf(string Name, byte Mark)
    {
        public static Shelf Of(RelayEnd to) => new(to.ToString(), (byte)to);

        public static Shelf Aside(RelayEnd to) => new($"{to}Aside", (byte)(0x80 | (int)to));
    }

    private static void Delete(UnitOfWork unit, string sql, TipId tip)
    {
        using var delete = unit.Sqlite().Prepare(sql);
        delete.Bind(1, tip.Value.ToBytes()).Run();
    }
}

/// <summary>What a contact's box holds.</summary>
internal sealed record ContactBox(string Channel, string Value, string? Hours, CallWish? Call)
{
    // Boxes made before there was any hold none.
    public DateTimeOffset? ToldAt { get; init; }

    public bool Quiet { get; init; }

    public bool NoCall { get; init; }

    public static ContactBox Of(Contact contact) =>
        new(contact.Address.Channel.ToString(), contact.Address.Value, contact.Hours, contact.Call) { ToldAt = contact.ToldAt, Quiet = contact.Quiet, NoCall = contact.NoCall };

    public Contact? Open() =>
        Address.TryFrom(Enum.Parse<Channel>(Channel), Value) is { } address
            ? new Contact(address, Hours) { Call = Call, ToldAt = ToldAt, Quiet = Quiet, NoCall = NoCall }
            : null;

    public override string ToString() => "[contact]";
}
