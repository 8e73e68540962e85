using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Outreach;

/// <summary>A workshop that a defender gave. Who gave it is not kept: a programme counts people reached.</summary>
/// <param name="Day">Local.</param>
/// <param name="Municipality">Place id.</param>
public sealed record Training(RandomId Id, DateOnly Day, string Municipality, int Women, int Men);

/// <summary>Keeps workshops.</summary>
public interface ITrainingStore
{
    void Add(UnitOfWork unit, Training training);

    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    IReadOnlyList<Training> Between(UnitOfWork unit, DateOnly from, DateOnly to);
}
