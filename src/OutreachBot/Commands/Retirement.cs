using OutreachBot.Conversations;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary>
/// Takes a responder off file for good: her row, her conversation, what still waits for her phone and her key to tips are destroyed;
/// what she has goes to others in the same unit of work.
/// </summary>
/// <remarks>Tips that she is kept away from know her name and institution, not her row: she stays kept away, should she come back.</remarks>
internal sealed class Retirement(IServiceProvider services, ResponderId id)
{
    private readonly GivingBack _giving = new(services);
    private readonly IResponders _responders = services.GetRequiredService<IResponders>();

    /// <inheritdoc cref="GivingBack.LeftToServer"/>
    public bool LeftToServer => _giving.LeftToServer;

    /// <summary>Hers was the only coordinator's key: nothing was done.</summary>
    public bool IsLastKey { get; private set; }

    /// <returns>False: nobody has the id, or <see cref="IsLastKey"/>.</returns>
    public Task<bool> ApplyAsync(CancellationToken cancellationToken) => _giving.RunAsync(Apply, cancellationToken);

    private bool Apply(UnitOfWork unit, Action<UnitOfWork, ResponderId> giveBack)
    {
        var ring = services.GetRequiredService<Recipients>().Get(unit);
        IsLastKey = ring.KeyOf(id) is { } hers && !ring.HasCoordinatorBeside(hers, other => _responders.Find(unit, other) is not null);
        if (IsLastKey || _responders.Find(unit, id) is not { } responder)
        {
            return false;
        }

        // Suspended first: as long as she is on file she would be a candidate for what she gives back.
        _responders.Save(unit, responder with { Suspended = true });
        giveBack(unit, id);
        _responders.Remove(unit, id);
        services.GetRequiredService<KeyCeremony>().DestroyOf(unit, id);
        services.GetRequiredService<IOutbox>().WithdrawTo(unit, responder.Address);
        var person = services.GetRequiredService<IPersonKeys>().Of(unit, responder.Address);
        services.GetRequiredService<IPersonStore>().Remove(unit, person.Current);
        if (person.Previous is { } previous)
        {
            services.GetRequiredService<IPersonStore>().Remove(unit, previous);
        }
        unit.LeaveNoTrace();
        return true;
    }
}
