using OutreachBot.Demo;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Doctor;

/// <summary>Whether the installation is judged as a demo, which may lack what a real line must have.</summary>
/// <remarks>
/// Whoever imports people, or makes keys for one of them, prepares a real line: it is judged as one before it was ever served as
/// one, for that is when its faults are to be found.
/// </remarks>
internal sealed class Judgement(LineMode mode, ITransactions transactions, IResponders responders, Recipients recipients)
{
    public async Task<bool> IsDemoAsync(CancellationToken cancellationToken) =>
        mode.IsDemo && !await transactions.RunAsync(IsPrepared, cancellationToken);

    /// <summary>How it is judged and why, one sentence or two.</summary>
    public async Task<string> InWordsAsync(CancellationToken cancellationToken) => (mode.IsDemo, await IsDemoAsync(cancellationToken)) switch
    {
        (_, true) => "Judged as a demo: nobody but samples is on file. It is judged as a real line as soon as people are imported.",
        (true, false) => "Judged as a real line: there are people on file who are no samples. Start it with: serve --no-demo.",
        _ => "Judged as a real line.",
    };

    private bool IsPrepared(UnitOfWork unit) =>
        responders.All(unit).Any(r => !r.IsSample)
        || recipients.Get(unit).All.Any(k => k is { Kind: RecipientKind.Coordinator, Responder: { } owner } && responders.Find(unit, owner) is not { IsSample: true });
}
