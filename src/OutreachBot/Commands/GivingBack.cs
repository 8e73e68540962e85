using OutreachBot.Agenda;
using OutreachBot.Responders;
using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary>Changes a responder and gives what she has to others in the same unit of work.</summary>
internal sealed class GivingBack(IServiceProvider services)
{
    private readonly ITransactions _transactions = services.GetRequiredService<ITransactions>();
    private readonly IResponderWork _work = services.GetRequiredService<IResponderWork>();
    private readonly IAgenda _agenda = services.GetRequiredService<IAgenda>();

    /// <summary>Others are to be told, and their words could not be read here: the server's agenda does it, within half a minute.</summary>
    public bool LeftToServer { get; private set; }

    /// <param name="change">Is given what hands on somebody's alerts and cases.</param>
    public async Task<bool> RunAsync(Func<UnitOfWork, Action<UnitOfWork, ResponderId>, bool> change, CancellationToken cancellationToken)
    {
        try
        {
            return await _transactions.RunAsync(unit => change(unit, _work.GiveBack), cancellationToken);
        }
        catch (StartRefusedException)
        {
            // She is out at once all the same: that doesn't wait for somebody to mend a flow.
            LeftToServer = true;
            return await _transactions.RunAsync(
                unit => change(unit, (u, who) => _agenda.Plan(u, u.Now, Departure.AgendaKind, who.ToString())), cancellationToken);
        }
    }
}
