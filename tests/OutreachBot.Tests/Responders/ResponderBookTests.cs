using Moq;
using OutreachBot.Addresses;
using OutreachBot.Agenda;
using OutreachBot.Demo;
using OutreachBot.Responders;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Responders;

public sealed class ResponderBookTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_responder_comes_back_as_she_was_saved()
    {
        Responder saved = Given.Defender().Called("Justina Ficticia").In("BO-010601", "BO-01").Speaking("qu", "es").Competent("work")
            .Of("Red Tarabuco").At("BO-010602").LastAlerted(TestStore.Start).With(r => r with
            {
                Suspended = true,
                Hours = DutyHours.TryParse(["lun-vie 08-16", "sab 09-12"]),
                OutOfHours = true,
                Capacity = 3,
                Training = Training.On(new DateOnly(2026, 1, 5)),
            });
        await SaveAsync(Book(), saved);

        var found = await _store.RunAsync(unit => Book().Find(unit, saved.Id));

        Assert.NotNull(found);
        Assert.Equal(saved with { Areas = [], Languages = [], Competences = [] }, found with { Areas = [], Languages = [], Competences = [] });
        Assert.Equal(saved.Areas, found.Areas);
        Assert.Equal(saved.Languages, found.Languages);
        Assert.Equal(saved.Competences, found.Competences);
    }

    [Fact]
    public async Task What_she_excluded_herself_from_and_that_she_is_not_trained_yet_comes_back()
    {
        Responder saved = Given.Defender().With(r => r with { Training = Training.Pending, ExcludedKinds = ["sexual"], ExcludedInstitutions = ["Alcaldía"] });
        await SaveAsync(Book(), saved);

        var found = await _store.RunAsync(unit => Book().Find(unit, saved.Id));

        Assert.True(found!.Training.IsPending);
        Assert.Equal(["sexual"], found.ExcludedKinds);
        Assert.Equal(["Alcaldía"], found.ExcludedInstitutions);
    }

    [Fact]
    public async Task One_number_is_one_person_on_SMS_and_on_WhatsApp()
    {
        Responder saved = Given.Defender();
        var book = Book();
        await SaveAsync(book, saved);

        Assert.Equal(saved.Id, (await _store.RunAsync(u => book.FindByAddress(u, Address.TryFrom(Channel.WhatsApp, saved.Address.Value)!)))?.Id);
        Assert.Null(await _store.RunAsync(u => book.FindByAddress(u, Address.TryFrom(Channel.Simulator, saved.Address.Value)!)));
    }

    [Fact]
    public async Task Who_steals_the_disk_reads_no_name_no_number_and_no_coverage()
    {
        Responder saved = Given.Defender().Called("Canariña").In("BO-010601").Of("InstitucionCanaria").With(r => r with { Address = Some.Phone("+59171230987") });
        await SaveAsync(new ResponderBook(new SqliteResponderStore(new FakeVault()), Mock.Of<IAgenda>()), saved);

        Assert.All(["Canariña", "59171230987", "InstitucionCanaria", "BO-010601"], word => Assert.False(_store.Shows(word)));
    }

    [Fact]
    public async Task What_another_process_changed_is_seen_by_the_next_work()
    {
        Responder saved = Given.Defender();
        var book = Book();
        await SaveAsync(book, saved);
        Assert.True((await _store.RunAsync(u => book.Find(u, saved.Id)))!.OnDuty);

        using (var another = _store.OpenAnother())
        {
            var theirs = Book();
            await another.RunAsync(u => { theirs.Save(u, saved with { OnDuty = false }); return true; }, CancellationToken.None);
        }

        Assert.False((await _store.RunAsync(u => book.Find(u, saved.Id)))!.OnDuty);
    }

    [Fact]
    public async Task Work_that_was_undone_leaves_nothing_in_memory()
    {
        Responder saved = Given.Defender();
        var book = Book();
        await SaveAsync(book, saved);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.RunAsync(u =>
        {
            book.Save(u, saved with { OnDuty = false });
            Assert.False(book.Find(u, saved.Id)!.OnDuty);
            throw new InvalidOperationException("undone");
        }));

        Assert.True((await _store.RunAsync(u => book.Find(u, saved.Id)))!.OnDuty);
    }

    [Fact]
    public async Task A_row_that_can_t_be_unlocked_stops_everything()
    {
        Responder saved = Given.Defender();
        await SaveAsync(Book(), saved);
        await _store.RunAsync(u => Dapper.SqlMapper.Execute(u.Sqlite().Connection, "UPDATE responder SET box = x'00'"));

        await Assert.ThrowsAsync<InvalidDataException>(() => _store.RunAsync(u => Book().All(u)));
    }

    [Fact]
    public async Task The_demo_has_a_defender_an_official_and_a_coordinator_on_the_simulator_s_phones()
    {
        var book = Book();
        await _store.RunAsync(new SampleResponders(book, Mock.Of<IResponderKeys>()).MoveIn);

        var all = await _store.RunAsync(book.All);

        Assert.Equal(3, all.Count);
        Assert.All(all, r => Assert.True(r is { IsSample: true, Address.Channel: Channel.Simulator, OnDuty: true }));
        Assert.Equal(ResponderRole.Defender, all.Single(r => r.Address == SimulatedPhones.Defender).Role);
        Assert.Equal(ResponderRole.Official, all.Single(r => r.Address == SimulatedPhones.Official).Role);
        Assert.Equal(ResponderRole.Coordinator, all.Single(r => r.Address == SimulatedPhones.Coordinator).Role);
    }

    [Fact]
    public async Task Samples_don_t_move_in_beside_real_people_and_move_out_alone()
    {
        var book = Book();
        var samples = new SampleResponders(book, Mock.Of<IResponderKeys>());
        await _store.RunAsync(samples.MoveIn);
        Responder real = Given.Defender();
        await SaveAsync(book, real);

        await _store.RunAsync(samples.MoveOut);
        await _store.RunAsync(samples.MoveIn);

        Assert.Equal(real.Id, Assert.Single(await _store.RunAsync(book.All)).Id);
    }

    private static ResponderBook Book() => new(new SqliteResponderStore(new FakeVault()), Mock.Of<OutreachBot.Agenda.IAgenda>());

    private Task SaveAsync(ResponderBook book, Responder responder) => _store.RunAsync(unit => book.Save(unit, responder));
}
