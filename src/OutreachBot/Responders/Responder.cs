using OutreachBot.Addresses;
using OutreachBot.Flows.Languages;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Responders;

public enum ResponderRole
{
    Defender,
    Official,
    Coordinator,
}

/// <summary>A responder's id, <c>r_</c> and 32 hexadecimal digits.</summary>
public readonly record struct ResponderId(RandomId Value)
{
    public static ResponderId Draw() => new(RandomId.Draw());

    public static bool TryParse(string? text, out ResponderId id)
    {
        var ok = RandomId.TryParse(text is not null && text.StartsWith("r_", StringComparison.Ordinal) ? text[2..] : null, out var value);
        id = new ResponderId(value);
        return ok;
    }

    public override string ToString() => $"r_{Value}";
}

/// <summary>Somebody who can be asked to act on a tip.</summary>
/// <param name="Name">Private.</param>
/// <param name="Areas">Ids of communities, municipalities, departments, or a country code for all of it.</param>
/// <param name="Competences">Kinds of ROUTING (<c>work</c>, <c>sexual</c>, …); empty means all.</param>
/// <param name="IsSample">A fictional one of the demo; lives on the simulator alone.</param>
/// <param name="OptedOut">She wrote ALTO: nothing is sent to her, and no import undoes it.</param>
/// <param name="LastAlertedAt">For fairness among equals.</param>
public sealed record Responder(
    ResponderId Id,
    string Name,
    Address Address,
    ResponderRole Role,
    string Country,
    IReadOnlyList<string> Areas,
    IReadOnlyList<LanguageTag> Languages,
    IReadOnlyList<string> Competences,
    string Institution,
    bool OnDuty,
    bool OptedOut,
    bool IsSample,
    DateTimeOffset? LastAlertedAt)
{
    /// <summary>The municipality she has said she is in; null when she hasn't.</summary>
    public string? Place { get; init; }

    /// <summary>Taken out by an operator until she is let in again: her phone is in other hands, or she asked for it.</summary>
    public bool Suspended { get; init; }

    /// <summary>Her thread is covered: somebody else may read what comes, so nothing is sent to her and she is asked for nothing. Whether she is on duty stays as it was.</summary>
    public bool Covered { get; init; }

    /// <summary>Her own hours of duty; null: the house's.</summary>
    public DutyHours? Hours { get; init; }

    /// <summary>She took duty outside of her hours: it holds until she rests, or her next hours begin.</summary>
    public bool OutOfHours { get; init; }

    /// <summary>How many alerts and cases she has open at most; null: no limit.</summary>
    public int? Capacity { get; init; }

    public Training Training { get; init; }

    /// <summary>Kinds of ROUTING that she won't take.</summary>
    public IReadOnlyList<string> ExcludedKinds { get; init; } = [];

    /// <summary>Institutions that she is tied to: where one of them is to be kept away, so is she.</summary>
    public IReadOnlyList<string> ExcludedInstitutions { get; init; } = [];

    public override string ToString() => $"[responder {Id}]";
}

/// <summary>Who is on file. Reads are from memory, refreshed when the store has changed.</summary>
public interface IResponders
{
    IReadOnlyList<Responder> All(UnitOfWork unit);

    Responder? Find(UnitOfWork unit, ResponderId id);

    /// <summary>Whose phone this is, if anybody's.</summary>
    Responder? FindByAddress(UnitOfWork unit, Address address);

    void Save(UnitOfWork unit, Responder responder);

    void Remove(UnitOfWork unit, ResponderId id);
}
