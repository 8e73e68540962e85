using System.Text.Json;
using System.Text.Json.Serialization;
using OutreachBot.Flows.Languages;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Routing.KeepAway;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteTipStore(IVault vault) : ITipStore
{
    private const string Columns =
        "id, hour, municipality, department, country, kind, urgency, language, state, call_back, from_provider, complete, assigned, outcome";

    public Tip? Find(UnitOfWork unit, TipId id)
    {
        using var find = unit.Sqlite().Prepare($"SELECT {Columns} FROM tip WHERE id = ?1");
        find.Bind(1, id.Value.ToBytes());
        return find.Step() ? Read(find) : null;
    }

    public IReadOnlyList<Tip> All(UnitOfWork unit)
    {
        using var all = unit.Sqlite().Prepare($"SELECT {Columns} FROM tip ORDER BY id");
        var tips = new List<Tip>();
        while (all.Step())
        {
            tips.Add(Read(all));
        }
        return tips;
    }

    public void Save(UnitOfWork unit, Tip tip)
    {
        using var save = unit.Sqlite().Prepare(
            $"""
            INSERT INTO tip ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            ON CONFLICT (id) DO UPDATE SET
              municipality = ?3, department = ?4, country = ?5, kind = ?6, urgency = ?7, language = ?8, state = ?9,
              call_back = ?10, complete = ?12, assigned = ?13, outcome = ?14
            """);
        save.Bind(1, tip.Id.Value.ToBytes())
            .Bind(2, tip.Hour.ToUnixTimeSeconds() / 3600)
            .BindOrNull(3, tip.Municipality)
            .BindOrNull(4, tip.Department)
            .BindOrNull(5, tip.Country)
            .Bind(6, tip.Kind)
            .Bind(7, tip.Urgency.ToString())
            .Bind(8, tip.Language.ToString())
            .Bind(9, tip.State.ToString())
            .Bind(10, tip.IsCallBack ? 1 : 0)
            .Bind(11, tip.FromProvider ? 1 : 0)
            .Bind(12, tip.Complete ? 1 : 0)
            .BindOrNull(13, tip.Assigned?.Value.ToBytes())
            .BindOrNull(14, tip.Outcome?.ToString())
            .Run();
    }

    public Discretion DiscretionOf(UnitOfWork unit, TipId id)
    {
        using var find = unit.Sqlite().Prepare("SELECT discretion FROM tip WHERE id = ?1");
        var key = id.Value.ToBytes();
        if (!find.Bind(1, key).Step() || find.BlobOrNull(0) is not { } box)
        {
            return Discretion.NotAskedYet;
        }
        // A box that doesn't open must not read as "nobody is kept away".
        var json = vault.Unlock(VaultPurpose.KeepAway, key, box)
            ?? throw new InvalidOperationException("Whom to keep away from a tip can't be read: the server key is not the one it was locked with.");
        return JsonSerializer.Deserialize(json, TipBoxesJson.Default.DiscretionBox)!.Open();
    }

    public void Save(UnitOfWork unit, TipId id, Discretion discretion)
    {
        var key = id.Value.ToBytes();
        var json = JsonSerializer.SerializeToUtf8Bytes(DiscretionBox.Of(discretion), TipBoxesJson.Default.DiscretionBox);
        using var save = unit.Sqlite().Prepare("UPDATE tip SET discretion = ?2 WHERE id = ?1");
        save.Bind(1, key).Bind(2, vault.Lock(VaultPurpose.KeepAway, key, json)).Run();
    }

    public void AddSeal(UnitOfWork unit, TipId id, byte[] age)
    {
        using var add = unit.Sqlite().Prepare("INSERT INTO tip_seal (tip, id, seal) VALUES (?1, ?2, ?3)");
        add.Bind(1, id.Value.ToBytes()).Bind(2, RandomId.Draw().ToBytes()).Bind(3, age).Run();
    }

    public IReadOnlyList<byte[]> SealsOf(UnitOfWork unit, TipId id)
    {
        using var find = unit.Sqlite().Prepare("SELECT seal FROM tip_seal WHERE tip = ?1");
        find.Bind(1, id.Value.ToBytes());
        var seals = new List<byte[]>();
        while (find.Step())
        {
            seals.Add(find.Blob(0));
        }
        return seals;
    }

    public void DropSeals(UnitOfWork unit, TipId id) => Delete(unit, "DELETE FROM tip_seal WHERE tip = ?1", id);

    public void KeepCode(UnitOfWork unit, TipId id, byte[] hash)
    {
        DropCode(unit, id);
        using var keep = unit.Sqlite().Prepare("INSERT INTO tip_code (hash, tip) VALUES (?1, ?2)");
        keep.Bind(1, hash).Bind(2, id.Value.ToBytes()).Run();
    }

    public TipId? FindByCode(UnitOfWork unit, byte[] hash)
    {
        using var find = unit.Sqlite().Prepare("SELECT tip FROM tip_code WHERE hash = ?1");
        return find.Bind(1, hash).Step() ? new TipId(RandomId.FromBytes(find.Blob(0))) : null;
    }

    public void DropCode(UnitOfWork unit, TipId id) => Delete(unit, "DELETE FROM tip_code WHERE tip = ?1", id);

    public void Remove(UnitOfWork unit, TipId id)
    {
        DropSeals(unit, id);
        DropCode(unit, id);
        Delete(unit, "DELETE FROM tip WHERE id = ?1", id);
    }

    private static void Delete(UnitOfWork unit, string sql, TipId id)
    {
        using var delete = unit.Sqlite().Prepare(sql);
        delete.Bind(1, id.Value.ToBytes()).Run();
    }

    private static Tip Read(Statement row) => new(
        new TipId(RandomId.FromBytes(row.Blob(0))),
        DateTimeOffset.FromUnixTimeSeconds(row.Int64(1) * 3600),
        row.TextOrNull(2),
        row.TextOrNull(3),
        row.TextOrNull(4),
        row.Text(5),
        Enum.Parse<Urgency>(row.Text(6)),
        LanguageTag.TryParse(row.Text(7), out var language) ? language : LanguageTag.Spanish,
        Enum.Parse<TipState>(row.Text(8)),
        row.Int64(9) != 0,
        row.Int64(10) != 0,
        row.Int64(11) != 0,
        row.BlobOrNull(12) is { } assigned ? new ResponderId(RandomId.FromBytes(assigned)) : null,
        row.TextOrNull(13) is { } outcome ? Enum.Parse<CaseOutcome>(outcome) : null);
}

/// <summary>What a discretion's box holds.</summary>
internal sealed record DiscretionBox(IReadOnlyList<string> KeepAway, bool CoordinatorOnly, bool OfficialsAllowed, bool Minor, bool Asked, bool OneTooMany)
{
    // Boxes made before there were any hold none: they read as null, whatever a property begins with.
    public IReadOnlyList<string>? Names { get; init; }

    public IReadOnlyList<string>? Institutions { get; init; }

    public IReadOnlyList<string>? Kinds { get; init; }

    public bool InstitutionSaid { get; init; }

    public string? Consent { get; init; }

    public string? ReferredBy { get; init; }

    public IReadOnlyList<string>? ReferredTo { get; init; }

    public string? Community { get; init; }

    public RelayEnd? TalkEndedBy { get; init; }

    public bool OfSurge { get; init; }

    public static DiscretionBox Of(Discretion discretion) => new(
        [.. discretion.KeepAway.Select(r => r.ToString())],
        discretion.CoordinatorOnly, discretion.OfficialsAllowed, discretion.Minor, discretion.Asked,
        discretion.OneTooMany)
    {
        Names = [.. discretion.Marks.Names],
        Institutions = [.. discretion.Marks.Institutions],
        Kinds = [.. discretion.Marks.Kinds],
        InstitutionSaid = discretion.Marks.InstitutionSaid,
        Consent = discretion.Consent,
        ReferredBy = discretion.ReferredBy?.ToString(),
        ReferredTo = [.. discretion.ReferredTo.Select(r => r.ToString())],
        Community = discretion.Community,
        TalkEndedBy = discretion.TalkEndedBy,
        OfSurge = discretion.OfSurge,
    };

    public Discretion Open() => new(
        Ids(KeepAway),
        CoordinatorOnly, OfficialsAllowed, Minor, Asked)
    {
        OneTooMany = OneTooMany,
        Consent = Consent,
        ReferredBy = ResponderId.TryParse(ReferredBy, out var by) ? by : null,
        ReferredTo = Ids(ReferredTo ?? []),
        Community = Community,
        TalkEndedBy = TalkEndedBy,
        OfSurge = OfSurge,
        Marks = new KeptMarks(Read(Names), Read(Institutions))
        {
            Kinds = Read(Kinds),
            InstitutionSaid = InstitutionSaid,
        },
    };

    private static HashSet<ResponderId> Ids(IReadOnlyList<string> ids) =>
        ids.Select(r => ResponderId.TryParse(r, out var id) ? id : throw new FormatException("A responder's id in a box is damaged.")).ToHashSet();

    private static HashSet<string> Read(IReadOnlyList<string>? marks) => (marks ?? []).ToHashSet(StringComparer.Ordinal);
}

[JsonSerializable(typeof(DiscretionBox))]
[JsonSerializable(typeof(HandOverCopy))]
[JsonSerializable(typeof(ContactBox))]
internal sealed partial class TipBoxesJson : JsonSerializerContext;
