using Dapper;
using OutreachBot.Audit;
using OutreachBot.Privacy;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Adversaries;

/// <summary>Somebody who writes to the database takes her own line out of the audit, or makes it another's.</summary>
public sealed class RewrittenAuditTests
{
    private static readonly string[] Ways =
    [
        "UPDATE audit SET actor = 'somebody else' WHERE number = 4",
        "UPDATE audit SET what = 'audit.read' WHERE number = 8",
        "DELETE FROM audit WHERE number = 4",
        "DELETE FROM audit WHERE number > 6",
        "DELETE FROM audit",
    ];

    [Fact]
    public async Task With_the_head_of_yesterday_each_way_is_found() =>
        Assert.Empty(await UnseenAsync(store => store, keepsHead: true));

    [Fact]
    public async Task Without_a_head_kept_elsewhere_what_is_cut_off_goes_unseen() =>
        Assert.Equal(Ways[3..], await UnseenAsync(store => store, keepsHead: false));

    [Fact]
    public async Task Without_a_chain_each_way_goes_unseen() =>
        Assert.Equal(Ways, await UnseenAsync(store => new ChainMadeOnReading(store), keepsHead: false));

    private static async Task<List<string>> UnseenAsync(Func<IAuditStore, IAuditStore> keptBy, bool keepsHead)
    {
        var unseen = new List<string>();
        foreach (var way in Ways)
        {
            using var store = new TestStore();
            var lines = keptBy(new SqliteAuditStore());
            var trail = new AuditTrail(lines, new Vault(ServerKey.Draw()));
            var chain = new AuditChain(store.Transactions, lines);
            for (var i = 0; i < 8; i++)
            {
                await store.RunAsync(unit => trail.Append(unit, new AuditEntry($"Coordinator {i}", AuditActs.TipOpened, RandomId.Draw(), "why")));
            }
            var head = await chain.HeadAsync(CancellationToken.None);
            await store.RunAsync(unit =>
            {
                unit.Sqlite().Connection.Execute("DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_cut");
                unit.Sqlite().Connection.Execute(way);
            });
            if ((await chain.VerifyAsync(keepsHead ? [head] : [], CancellationToken.None)).IsWhole)
            {
                unseen.Add(way);
            }
        }
        return unseen;
    }
}
