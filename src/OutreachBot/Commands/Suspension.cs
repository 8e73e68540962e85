using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary>Takes a responder out, or lets her in again; what she has goes to others in the same unit of work.</summary>
internal sealed class Suspension(IServiceProvider services, ResponderId id, bool suspended)
{
    private readonly GivingBack _giving = new(services);
    private readonly IResponders _responders = services.GetRequiredService<IResponders>();

    /// <inheritdoc cref="GivingBack.LeftToServer"/>
    public bool LeftToServer => _giving.LeftToServer;

    /// <returns>False: nobody has the id.</returns>
    public Task<bool> ApplyAsync(CancellationToken cancellationToken) => _giving.RunAsync(Apply, cancellationToken);

    private bool Apply(UnitOfWork unit, Action<UnitOfWork, ResponderId> giveBack)
    {
        if (_responders.Find(unit, id) is not { } responder)
        {
            return false;
        }
        _responders.Save(unit, responder with { Suspended = suspended });
        if (suspended)
        {
            giveBack(unit, id);
        }
        return true;
    }
}
