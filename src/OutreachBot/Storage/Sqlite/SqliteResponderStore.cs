using System.Text.Json;
using OutreachBot.Addresses;
using OutreachBot.Flows.Languages;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteResponderStore(IVault vault) : IResponderStore
{
    public IReadOnlyList<Responder> Load(UnitOfWork unit)
    {
        var all = new List<Responder>();
        using var read = unit.Sqlite().Prepare("SELECT id, box FROM responder ORDER BY id");
        while (read.Step())
        {
            all.Add(Open(read.Blob(0), read.Blob(1)));
        }
        return all;
    }

    public void Put(UnitOfWork unit, Responder responder)
    {
        var key = responder.Id.Value.ToBytes();
        using var put = unit.Sqlite().Prepare("INSERT OR REPLACE INTO responder (id, box) VALUES (?1, ?2)");
        put.Bind(1, key).Bind(2, vault.Lock(VaultPurpose.Responder, key, JsonSerializer.SerializeToUtf8Bytes(ResponderBox.Of(responder)))).Run();
    }

    public void Remove(UnitOfWork unit, ResponderId id)
    {
        using var remove = unit.Sqlite().Prepare("DELETE FROM responder WHERE id = ?1");
        remove.Bind(1, id.Value.ToBytes()).Run();
        using var pin = unit.Sqlite().Prepare("DELETE FROM responder_pin WHERE responder = ?1");
        pin.Bind(1, id.Value.ToBytes()).Run();
    }

    private Responder Open(byte[] key, byte[] box)
    {
        // Going on without somebody would leave her unalerted and, worse, not kept away.
        var json = vault.Unlock(VaultPurpose.Responder, key, box)
            ?? throw new InvalidDataException("A responder's row can't be unlocked: the server key is another one, or the row is damaged.");
        return JsonSerializer.Deserialize<ResponderBox>(json)!.ToResponder(new ResponderId(RandomId.FromBytes(key)));
    }
}

/// <summary>A responder's row as it lies in the box.</summary>
internal sealed record ResponderBox(
    string Name,
    Channel Channel,
    string Address,
    ResponderRole Role,
    string Country,
    IReadOnlyList<string> Areas,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> Competences,
    string Institution,
    bool OnDuty,
    bool OptedOut,
    bool IsSample,
    DateTimeOffset? LastAlertedAt,
    string? Place,
    bool Suspended,
    IReadOnlyList<string>? Hours = null,
    bool OutOfHours = false,
    int? Capacity = null,
    string? Training = null,
    IReadOnlyList<string>? ExcludedKinds = null,
    IReadOnlyList<string>? ExcludedInstitutions = null,
    bool Covered = false)
{
    public static ResponderBox Of(Responder responder) => new(
        responder.Name, responder.Address.Channel, responder.Address.Value, responder.Role, responder.Country, responder.Areas,
        [.. responder.Languages.Select(l => l.ToString())], responder.Competences, responder.Institution, responder.OnDuty,
        responder.OptedOut, responder.IsSample, responder.LastAlertedAt, responder.Place, responder.Suspended,
        responder.Hours?.ToString().Split(';'), responder.OutOfHours, responder.Capacity, responder.Training.ToString(),
        responder.ExcludedKinds, responder.ExcludedInstitutions, responder.Covered);

    public Responder ToResponder(ResponderId id) => new(
        id, Name, Addresses.Address.TryFrom(Channel, Address) ?? throw new InvalidDataException("A responder's address is damaged."),
        Role, Country, Areas, [.. Languages.Select(ReadLanguage)], Competences, Institution, OnDuty, OptedOut, IsSample, LastAlertedAt)
    {
        Place = Place,
        Suspended = Suspended,
        Covered = Covered,
        Hours = Hours is null ? null : DutyHours.TryParse(Hours) ?? throw new InvalidDataException("A responder's hours are damaged."),
        OutOfHours = OutOfHours,
        Capacity = Capacity,
        Training = ReadTraining(Training),
        ExcludedKinds = ExcludedKinds is { Count: > 0 } ? ExcludedKinds : [],
        ExcludedInstitutions = ExcludedInstitutions is { Count: > 0 } ? ExcludedInstitutions : [],
    };

    public override string ToString() => "[responder]";

    // Rows of before there was such a column have none: whoever keeps the list vouches.
    private static Training ReadTraining(string? text) =>
        text is null ? Responders.Training.Vouched
        : Responders.Training.TryParse(text, out var training) ? training
        : throw new InvalidDataException("A responder's training is damaged.");

    private static LanguageTag ReadLanguage(string tag) =>
        LanguageTag.TryParse(tag, out var language) ? language : throw new InvalidDataException($"A responder's language '{tag}' is unknown.");
}
