using System.Text;
using Moq;
using OutreachBot.Places;
using OutreachBot.Responders;
using OutreachBot.Responders.Sheets;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Privacy;

namespace OutreachBot.Tests.Responders;

/// <summary>The columns a sheet may leave out.</summary>
public sealed class FurtherColumnsTests : IDisposable
{
    private const string Nine = "name,phone,role,country,areas,languages,competences,institution,on_duty";
    private const string Rosa = "Rosa Ficticia,+59171234567,defender,BO,BO-010601,qu,all,Red,yes";

    private readonly TestStore _store = new();
    private readonly ResponderBook _book = new(new SqliteResponderStore(new FakeVault()), Mock.Of<OutreachBot.Agenda.IAgenda>());
    private readonly ResponderImport _import;

    public FurtherColumnsTests() => _import = new ResponderImport(
        _book, new ResponderLineReader(new AreaCell(Gazetteer.Embedded()), new FurtherColumns(_store.Time)), new PlannedAgenda(), Mock.Of<IResponderKeys>());

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task What_they_hold_comes_on_file()
    {
        await ImportAsync($"{Nine},hours,capacity,trained_on,excludes\n{Rosa},lun-vie 08-16;sab 8-12,3,2026-01-05,sexual;institution:Alcaldía de Tarabuco\n");

        var rosa = await RosaAsync();
        Assert.Equal(("lun-vie 08-16;sab 08-12", 3, new DateOnly(2026, 1, 5)), (rosa.Hours?.ToString(), rosa.Capacity, rosa.Training.Day));
        Assert.Equal("sexual", Assert.Single(rosa.ExcludedKinds));
        Assert.Equal("Alcaldía de Tarabuco", Assert.Single(rosa.ExcludedInstitutions));
    }

    [Fact]
    public async Task Who_is_in_a_sheet_without_them_is_vouched_for_and_bound_by_nothing()
    {
        await ImportAsync($"{Nine}\n{Rosa}\n");

        Assert.True(await RosaAsync() is
        {
            Hours: null, Capacity: null, Training: { IsPending: false, Day: null }, ExcludedKinds.Count: 0, ExcludedInstitutions.Count: 0,
        });
    }

    [Fact]
    public async Task A_column_that_is_there_and_empty_says_that_she_is_not_trained_yet()
    {
        await ImportAsync($"{Nine},trained_on\n{Rosa},\n");

        Assert.True((await RosaAsync()).Training.IsPending);
    }

    [Fact]
    public async Task A_later_sheet_that_leaves_them_out_changes_nothing_of_them()
    {
        await ImportAsync($"{Nine},hours,capacity,trained_on,excludes\n{Rosa},siempre,3,,sexual;institution:Alcaldía\n");

        await ImportAsync($"{Nine}\n{Rosa.Replace("Red", "Red Sucre", StringComparison.Ordinal)}\n");

        Assert.True(await RosaAsync() is
        {
            Institution: "Red Sucre", Hours: not null, Capacity: 3, Training.IsPending: true, ExcludedKinds.Count: 1, ExcludedInstitutions.Count: 1,
        });
    }

    [Theory]
    [InlineData("hours", "lun-vie")]
    [InlineData("hours", "siempre;lun 08-16")]
    [InlineData("capacity", "0")]
    [InlineData("capacity", "100")]
    [InlineData("capacity", "dos")]
    [InlineData("trained_on", "31/31/2026")]
    [InlineData("trained_on", "2026-02-30")]
    [InlineData("trained_on", "2026-03-03")]
    [InlineData("trained_on", "no")]
    [InlineData("excludes", "Alcaldía")]
    [InlineData("excludes", "sexaul")]
    [InlineData("excludes", "institution:")]
    public async Task A_cell_that_can_t_be_read_is_told_by_line_and_column(string column, string cell)
    {
        var fault = Assert.Single(await ImportAsync($"{Nine},{column}\n{Rosa},{cell}\n"));

        Assert.Equal((2, column), (fault.Line, fault.Column));
    }

    [Theory]
    [InlineData("trained_on", "")]
    [InlineData("excludes", "work")]
    public async Task A_coordinator_is_the_last_there_is_and_can_t_be_bound_so(string column, string cell)
    {
        var fault = Assert.Single(await ImportAsync($"{Nine},{column}\n{Rosa.Replace("defender", "coordinator", StringComparison.Ordinal)},{cell}\n"));

        Assert.Equal((2, column), (fault.Line, fault.Column));
    }

    private async Task<IReadOnlyList<SheetFault>> ImportAsync(string sheet)
    {
        var (people, faults) = _import.Read(Encoding.UTF8.GetBytes(sheet));
        if (faults.Count == 0)
        {
            await _store.RunAsync(u => _import.Apply(u, people, dryRun: false));
        }
        return faults;
    }

    private async Task<Responder> RosaAsync() => Assert.Single(await _store.RunAsync(_book.All));
}
