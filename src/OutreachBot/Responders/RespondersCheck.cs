using OutreachBot.Doctor;
using OutreachBot.Transactions;

namespace OutreachBot.Responders;

/// <summary>Somebody is there whom a tip can go to, and somebody for what nobody takes.</summary>
internal sealed class RespondersCheck(ITransactions transactions, IResponders responders) : IDoctorCheck
{
    private const string Import = "Import who responds: responders import FILE";

    public string Name => "responders";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) =>
        Judge(await transactions.RunAsync(responders.All, cancellationToken));

    internal static IReadOnlyList<Finding> Judge(IReadOnlyList<Responder> people)
    {
        if (people.Count == 0)
        {
            return [Finding.Fault("Nobody is on file: a tip goes to no one.", Import)];
        }
        var asked = people.Where(p => p is { Suspended: false, OptedOut: false, Training.IsPending: false }).ToList();
        if (asked.Count == 0)
        {
            return [Finding.Fault("Nobody of those on file can be asked: each is suspended, has declined or is not trained yet.", Import)];
        }
        return asked.Where(p => p.Role is ResponderRole.Coordinator).ToList() switch
        {
            [] => [Finding.Fault("No coordinator can be asked: what nobody takes, and what is told of those who respond, goes to no one.", "Import one with the role coordinator: responders import FILE")],
            [{ IsSample: false }] => [Finding.Note("Only one coordinator can be asked: when she is ill, or is kept away from a tip, nobody has it.", "Import a second one, and give her a key: users add --responder R --sheet FILE")],
            _ => [],
        };
    }
}
