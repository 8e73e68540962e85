using OutreachBot.Agenda;
using OutreachBot.Responders;
using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary>Takes a responder out, or lets her in again; what she has goes to others in the same unit of work.</summary>
internal sealed class Suspension(IServiceProvider services, ResponderId id, bool suspended)
{
    private readonly ITransactions _transactions = services.GetRequiredService<ITransactions>();
    private readonly IResponders _responders = services.GetRequiredService<IResponders>();
    private readonly IResponderWork _work = services.GetRequiredService<IResponderWork>();
    private readonly IAgenda _agenda = services.GetRequiredService<IAgenda>();

    /// <summary>Others are to be told, and their words could not be read here: the server's agenda does it, within half a minute.</summary>
    public bool LeftToServer { get; private set; }

    /// <returns>False: nobody has the id.</returns>
    public async Task<bool> ApplyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _transactions.RunAsync(unit => Apply(unit, _work.GiveBack), cancellationToken);
        }
        catch (StartRefusedException)
        {
            // She is out at once all the same: that doesn't wait for somebody to mend a flow.
            LeftToServer = true;
            return await _transactions.RunAsync(
                unit => Apply(unit, (u, who) => _agenda.Plan(u, u.Now, Departure.AgendaKind, who.ToString())), cancellationToken);
        }
    }

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
