using System.Globalization;
using OutreachBot.Doctor;
using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <summary>What the provider still holds of our messages, as far as the store knows. Asks nobody.</summary>
internal sealed class CopiesCheck(ITransactions transactions, IProviderCopyStore store, CopyRecord record, CopySearch search) : IDoctorCheck
{
    /// <summary>A message may lie with the provider for ten hours before it goes out, and can't be deleted before.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromHours(12);

    private static readonly TimeSpan Unseen = TimeSpan.FromDays(3);

    public string Name => "provider's copies";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var (tally, since, seenGone, now) = await transactions.RunAsync(
            unit => (store.Count(unit, unit.Now - Overdue), record.Since(unit), record.SeenGone(unit), unit.Now), cancellationToken);
        return Judge(tally, now, search.HasProvider ? since : null, seenGone, record.Now);
    }

    /// <param name="since">From when on the line has had a provider; null: it has none.</param>
    /// <param name="providersNow">By the clock of the last two.</param>
    internal static IReadOnlyList<Finding> Judge(
        CopyTally tally, DateTimeOffset now, DateTimeOffset? since, DateTimeOffset? seenGone, DateTimeOffset providersNow)
    {
        var findings = new List<Finding>();
        if (tally.Overdue > 0)
        {
            findings.Add(Finding.Fault(
                $"{tally.Overdue} {(tally.Overdue == 1 ? "is" : "are")} overdue: numbers and words lie at the provider longer than they must.",
                "See that the server runs and that the account's token is right; its log says what the provider answered."));
        }
        if (tally.Refused > 0)
        {
            findings.Add(Finding.Fault(
                $"{tally.Refused} given up: the provider refuses to delete {(tally.Refused == 1 ? "it" : "them")}.",
                "Delete in the provider's console the messages that are older than a day. The next try, within a day, sees that they are gone."));
        }
        if (since is { } first && (seenGone ?? first) < providersNow - Unseen)
        {
            findings.Add(Finding.Fault(
                $"For more than {Unseen.TotalDays:0} days nobody has seen the provider's lists empty of what should be gone.",
                "See that the server runs; its log says what it found or why it could not ask."));
        }
        if (tally.Waiting > 0 || since is not null)
        {
            findings.Add(Finding.Note(
                string.Create(CultureInfo.InvariantCulture, $"{tally.Waiting} wait to be deleted{Age(tally.Oldest, now)}; {Seen(seenGone)}."),
                "Nothing is to be done for those that are neither overdue nor given up."));
        }
        return findings;
    }

    private static string Age(DateTimeOffset? oldest, DateTimeOffset now) =>
        oldest is not { } from ? ""
        : now - from is { TotalHours: >= 1 } age ? string.Create(CultureInfo.InvariantCulture, $", the oldest for {age.TotalHours:0} hours")
        : ", none for more than an hour";

    private static string Seen(DateTimeOffset? seenGone) => seenGone is { } hour
        ? string.Create(CultureInfo.InvariantCulture, $"the provider's lists were last seen empty of the others on {hour.UtcDateTime:yyyy-MM-dd HH}h UTC")
        : "the provider's lists have not been seen empty of the others yet";
}
