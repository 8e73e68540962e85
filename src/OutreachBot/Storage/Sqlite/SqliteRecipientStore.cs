using OutreachBot.Privacy;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteRecipientStore : IRecipientStore
{
    private const string Select = "SELECT id, kind, responder, public_key, voucher, wrapped, held, made FROM recipient ORDER BY made, id";

    public IReadOnlyList<Recipient> All(UnitOfWork unit) => Read(unit.Sqlite().Prepare(Select));

    internal static IReadOnlyList<Recipient> Read(SqliteSession session) => Read(session.Prepare(Select));

    private static List<Recipient> Read(Statement select)
    {
        var all = new List<Recipient>();
        using var read = select;
        while (read.Step())
        {
            all.Add(new Recipient(
                RandomId.FromBytes(read.Blob(0)),
                Enum.Parse<RecipientKind>(read.Text(1), ignoreCase: true),
                read.BlobOrNull(2) is { } responder ? new ResponderId(RandomId.FromBytes(responder)) : null,
                read.Text(3),
                read.BlobOrNull(4),
                read.BlobOrNull(5),
                read.BlobOrNull(6),
                DateTimeOffset.FromUnixTimeMilliseconds(read.Int64(7))));
        }
        return all;
    }

    public void Put(UnitOfWork unit, Recipient recipient)
    {
        using var put = unit.Sqlite().Prepare(
            """
            INSERT OR REPLACE INTO recipient (id, kind, responder, public_key, voucher, wrapped, held, made)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """);
        put.Bind(1, recipient.Id.ToBytes()).Bind(2, recipient.Kind.ToString().ToLowerInvariant())
            .Bind(4, recipient.PublicKey).Bind(8, recipient.Made.ToUnixTimeMilliseconds());
        Bind(put, 3, recipient.Responder?.Value.ToBytes());
        Bind(put, 5, recipient.Voucher);
        Bind(put, 6, recipient.Wrapped);
        Bind(put, 7, recipient.Held);
        put.Run();
    }

    public void Remove(UnitOfWork unit, RandomId id)
    {
        using var remove = unit.Sqlite().Prepare("DELETE FROM recipient WHERE id = ?1");
        remove.Bind(1, id.ToBytes()).Run();
    }

    private static void Bind(Statement statement, int index, byte[]? blob) =>
        _ = blob is null ? statement.BindNull(index) : statement.Bind(index, blob);
}
