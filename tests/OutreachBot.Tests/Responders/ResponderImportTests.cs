using System.Text;
using CsCheck;
using Moq;
using OutreachBot.Places;
using OutreachBot.Responders;
using OutreachBot.Responders.Sheets;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Privacy;

namespace OutreachBot.Tests.Responders;

public sealed class ResponderImportTests : IDisposable
{
    private const string Header = "name,phone,role,country,areas,languages,competences,institution,on_duty\n";
    private const string Rosa = "Rosa Ficticia,+59171234567,defender,BO,BO-010601;BO-01,qu;es,work;domestic,Red Tarabuco,yes\n";

    private readonly TestStore _store = new();
    private readonly ResponderBook _book = new(new SqliteResponderStore(new FakeVault()), Mock.Of<OutreachBot.Agenda.IAgenda>());
    private readonly PlannedAgenda _agenda = new();
    private readonly ResponderImport _import;

    public ResponderImportTests() => _import = new ResponderImport(_book, new ResponderLineReader(new AreaCell(Gazetteer.Embedded()), new FurtherColumns(_store.Time)), _agenda, Mock.Of<IResponderKeys>());

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_line_becomes_a_responder()
    {
        await ImportAsync(Header + Rosa);

        var rosa = Assert.Single(await AllAsync());
        Assert.Equal(("Rosa Ficticia", "+59171234567", ResponderRole.Defender, "BO", "Red Tarabuco", true, false),
            (rosa.Name, rosa.Address.Value, rosa.Role, rosa.Country, rosa.Institution, rosa.OnDuty, rosa.IsSample));
        Assert.Equal(["BO-010601", "BO-01"], rosa.Areas);
        Assert.Equal(["qu", "es"], rosa.Languages.Select(l => l.ToString()));
        Assert.Equal(["work", "domestic"], rosa.Competences);
    }

    [Fact]
    public async Task National_is_the_country_and_all_is_every_kind()
    {
        await ImportAsync(Header + "Elena,+50251234567,coordinator,gt,national,es,all,,no\n");

        var elena = Assert.Single(await AllAsync());
        Assert.Equal(["GT"], elena.Areas);
        Assert.Empty(elena.Competences);
    }

    [Theory]
    [InlineData(",+59171234567,defender,BO,BO-01,es,all,,yes", "name")]
    [InlineData("X,71234567,defender,BO,BO-01,es,all,,yes", "phone")]
    [InlineData("X,+59122441234,defender,BO,BO-01,es,all,,yes", "phone")]
    [InlineData("X,+591712,defender,BO,BO-01,es,all,,yes", "phone")]
    [InlineData("X,+59171234567,boss,BO,BO-01,es,all,,yes", "role")]
    [InlineData("X,+59171234567,defender,PE,BO-01,es,all,,yes", "country")]
    [InlineData("X,+59171234567,defender,BO,BO-999999,es,all,,yes", "areas")]
    [InlineData("X,+59171234567,defender,BO,BO-0101,es,all,,yes", "areas")]
    [InlineData("X,+59171234567,defender,BO,GT-14,es,all,,yes", "areas")]
    [InlineData("X,+59171234567,defender,BO,,es,all,,yes", "areas")]
    [InlineData("X,+59171234567,defender,BO,BO-01,xx,all,,yes", "languages")]
    [InlineData("X,+59171234567,defender,BO,BO-01,,all,,yes", "languages")]
    [InlineData("X,+59171234567,defender,BO,BO-01,es,theft,,yes", "competences")]
    [InlineData("X,+59171234567,defender,BO,BO-01,es,,,yes", "competences")]
    [InlineData("X,+59171234567,defender,BO,BO-01,es,all,,maybe", "on_duty")]
    public async Task A_faulty_cell_is_told_by_line_and_column_and_nothing_is_imported(string line, string column)
    {
        var faults = await ImportAsync(Header + Rosa + line + "\n");

        Assert.Contains(faults, f => f.Line == 3 && f.Column == column);
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task A_sheet_in_Spanish_with_its_accents_is_read_columns_kinds_and_languages()
    {
        Assert.Empty(await ImportAsync(
            "nombre,teléfono,rol,país,áreas,idiomas,competencias,institución,turno,excluye\n"
            + "Rosa Ficticia,+50251234567,Defensora,Guatemala,GT-14,Español;Q'eqchi';q’anjob’al;mam,trabajo;abuso_sexual;Casa ajena;boda forzada,Red,sí,limosna;no_aparece\n"));

        var rosa = Assert.Single(await AllAsync());
        Assert.Equal(["es", "kek", "kjb", "mam"], rosa.Languages.Select(l => l.ToString()));
        Assert.Equal(["work", "sexual", "domestic", "forced_marriage"], rosa.Competences);
        Assert.Equal(["begging", "missing"], rosa.ExcludedKinds);
    }

    [Theory]
    [InlineData("X,+59171234567,defender,BO,Totonicapán,es,all,,yes", "'Totonicapán'")]
    [InlineData("X,+59171234567,defender,BO,BO-01,\"quc,es\",all,,yes", "'quc,es'")]
    [InlineData("X,+59171234567,defender,BO,BO-01,es,robo,,yes", "'robo'")]
    public async Task What_a_cell_holds_is_repeated_so_that_it_can_be_found(string line, string shown) =>
        Assert.Contains(shown, Assert.Single(await ImportAsync(Header + line + "\n")).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("X,+59171234567,defender,BO,71234567,es,all,,yes", "71234567")]
    [InlineData("X,+59171234567,defender,BO,Rosa Ficticia,es,all,,yes", "Rosa")]
    public async Task A_number_or_a_whole_name_in_the_wrong_cell_is_not(string line, string hidden) =>
        Assert.DoesNotContain(await ImportAsync(Header + line + "\n"), f => f.ToString().Contains(hidden, StringComparison.Ordinal));

    [Fact]
    public async Task A_column_that_is_none_is_named_as_it_is_written() =>
        Assert.Contains(await ImportAsync(Header.Replace("areas", "región", StringComparison.Ordinal) + Rosa), f => f.Column == "región");

    [Fact]
    public async Task A_landline_is_refused_because_it_can_t_receive_SMS() =>
        Assert.Contains("SMS", Assert.Single(await ImportAsync(Header + "X,+59122441234,defender,BO,BO-01,es,all,,yes\n")).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("+59122441234", "landline", "+591")]
    [InlineData("+50223234567", "landline", "+502")]
    [InlineData("+591800101234", "toll-free", "+591")]
    [InlineData("71234567", "+ and the country's code", "+591")]
    [InlineData("59171234567", "+ and the country's code", "text")]
    [InlineData("+5917123456", "no country's plan", "+591")]
    public async Task A_number_that_is_no_mobile_is_refused_with_the_reason_and_what_a_mobile_looks_like_there(string phone, string problem, string mend)
    {
        var fault = Assert.Single(await ImportAsync(Header + $"X,{phone},defender,BO,BO-01,es,all,,yes\n"));

        Assert.Equal((2, "phone"), (fault.Line, fault.Column));
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
        Assert.Contains(mend, fault.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BO-010610", "BO-010601")]
    [InlineData("010601", "BO-010601")]
    [InlineData("BO-01601", "BO-010601")]
    [InlineData("Tarabuco", "BO-010601")]
    [InlineData("BO-999999", "places find")]
    public async Task An_area_that_is_unknown_comes_with_what_was_likely_meant(string area, string mend) =>
        Assert.Contains(mend, Assert.Single(await ImportAsync(Header + $"X,+59171234567,defender,BO,{area},es,all,,yes\n")).Mend, StringComparison.Ordinal);

    [Fact]
    public async Task A_file_of_a_Spanish_spreadsheet_is_read_where_it_quotes_what_holds_its_sign()
    {
        var sheet = "\uFEFFname;phone;role;country;areas;languages;competences;institution;on_duty\r\n"
            + "\"Ficticia, Rosa\";+59171234567;defender;BO;\"BO-010601;BO-01\";\"qu;es\";all;;yes\r\n";

        Assert.Empty(await ImportAsync(sheet));
        Assert.Equal(["BO-010601", "BO-01"], Assert.Single(await AllAsync()).Areas);
    }

    [Fact]
    public async Task A_file_with_its_sign_between_everything_is_refused_in_one_sentence()
    {
        var line = Rosa.Replace(',', ';');

        var fault = Assert.Single(await ImportAsync(Header.Replace(',', ';') + line + line + line));

        Assert.Contains("quotes", fault.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uno,dos,tres\nX,Y,Z\n")]
    [InlineData("name\tphone\trole\nX\tY\tZ\n")]
    public async Task A_file_without_a_header_of_ours_is_refused_in_one_sentence(string text) => Assert.Equal(1, Assert.Single(await ImportAsync(text)).Line);

    [Fact]
    public void Bytes_of_Windows_1252_are_refused_with_the_line_they_are_in() =>
        Assert.Equal(3, Assert.Single(_import.Read(Encoding.Latin1.GetBytes(Header + Rosa + Rosa.Replace("Rosa", "Iñez", StringComparison.Ordinal))).Faults).Line);

    [Fact]
    public async Task A_line_break_in_a_name_is_told_where_its_line_begins()
    {
        var fault = Assert.Single(await ImportAsync(Header + Rosa + "\"Juana\nFicticia\",+59171234568,defender,BO,BO-01,es,all,,yes\n"));

        Assert.Equal((3, "name"), (fault.Line, fault.Column));
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_line_is_told_at_once()
    {
        var faults = await ImportAsync(Header + ",1,boss,XX,zz,zz,zz,,zz\n");

        Assert.Equal(["areas", "competences", "country", "languages", "name", "on_duty", "phone", "role"], faults.Select(f => f.Column).Order());
    }

    [Fact]
    public async Task No_fault_repeats_a_number_or_a_name()
    {
        var faults = await ImportAsync(Header
            + "Canaria,71239999,+59171239999,Canaria Flores,+59171239999;Canaria Flores,+59171239999,Canaria Flores,Canaria,Canaria\n");

        Assert.NotEmpty(faults);
        Assert.All(faults, f => Assert.DoesNotContain("9999", f.ToString(), StringComparison.Ordinal));
        Assert.All(faults, f => Assert.DoesNotContain("Flores", f.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,phone\nX,+59171234567\n")]
    [InlineData("name,phone,role,country,areas,languages,competences,institution,on_duty,age\n")]
    [InlineData("name,phone,role,country,areas,languages,competences,institution,on_duty\n")]
    [InlineData("name,phone,role,country,areas,languages,competences,institution,on_duty\nX,Y\n")]
    [InlineData("name,phone,role,country,areas,languages,competences,institution,on_duty\n\"X,Y\n")]
    public async Task A_file_that_is_no_sheet_is_refused(string text) => Assert.NotEmpty(await ImportAsync(text));

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused() =>
        Assert.Contains("UTF-8", Assert.Single(_import.Read(new byte[] { (byte)'n', 0xE9, (byte)'\n' }).Faults).Problem, StringComparison.Ordinal);

    [Fact]
    public async Task Columns_come_in_any_order_with_a_byte_order_mark_CRLF_and_cells_escaped_for_spreadsheets()
    {
        var sheet = "\uFEFFphone,name,on_duty,role,country,languages,areas,competences,institution\r\n"
            + "'+59171234567,\"Ficticia, Rosa\",no,official,BO,es,BO-010601,all,'=Oficina\r\n\r\n";

        Assert.Empty(await ImportAsync(sheet));
        var rosa = Assert.Single(await AllAsync());
        Assert.Equal(("+59171234567", "Ficticia, Rosa", "=Oficina"), (rosa.Address.Value, rosa.Name, rosa.Institution));
    }

    [Fact]
    public async Task The_same_number_twice_is_refused_with_both_lines()
    {
        var fault = Assert.Single(await ImportAsync(Header + Rosa + Rosa.Replace("+591", "+591 ", StringComparison.Ordinal)));

        Assert.Equal((3, "phone"), (fault.Line, fault.Column));
        Assert.Contains("line 2", fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importing_again_updates_by_number_and_never_undoes_what_she_said_herself()
    {
        await ImportAsync(Header + Rosa);
        var first = Assert.Single(await AllAsync());
        await _store.RunAsync(u => _book.Save(u, first with { OptedOut = true, Place = "BO-010602", Suspended = true }));

        var result = await ApplyAsync(Header + Rosa.Replace("Red Tarabuco,yes", "Red Sucre,no", StringComparison.Ordinal));

        var again = Assert.Single(await AllAsync());
        Assert.Equal((0, 1), (result.Added, result.Updated));
        Assert.Equal((first.Id, "Red Sucre", false, true, "BO-010602", true), (again.Id, again.Institution, again.OnDuty, again.OptedOut, again.Place, again.Suspended));
    }

    [Fact]
    public async Task A_new_number_is_somebody_new_though_she_is_named_like_one_on_file_and_the_operator_is_told_which()
    {
        await ImportAsync(Header + Rosa);
        var first = Assert.Single(await AllAsync());

        var result = await ApplyAsync(Header + Rosa.Replace("+59171234567", "+59171234999", StringComparison.Ordinal));

        Assert.Equal((1, 0, first.Id), (result.Added, result.Updated, Assert.Single(result.Namesakes)));
        Assert.Equal("+59171234567", (await AllAsync()).Single(r => r.Id == first.Id).Address.Value);
    }

    [Fact]
    public async Task Nobody_becomes_something_else_by_an_import_and_nothing_of_the_sheet_is_taken_in()
    {
        const string Ana = "Ana,+59171234000,defender,BO,BO-02,es,all,,yes\n";
        await ImportAsync(Header + Rosa);

        var result = await ApplyAsync(Header + Ana + Rosa.Replace("defender", "official", StringComparison.Ordinal));

        var fault = Assert.Single(result.Faults);
        Assert.Equal((3, "role"), (fault.Line, fault.Column));
        Assert.Contains("responders retire r_", fault.ToString(), StringComparison.Ordinal);
        Assert.Equal(ResponderRole.Defender, Assert.Single(await AllAsync()).Role);
    }

    [Fact]
    public async Task A_sheet_may_be_written_in_Spanish_with_a_spreadsheets_empty_columns_and_its_days()
    {
        var faults = await ImportAsync(
            "Nombre;Teléfono;Rol;País;Lugares;Idiomas;Competencias;Institución;De turno;trained_on;;\n"
            + "Rosa;+50251234567;Defensora;Guatemala;nacional;\"K'iche';Español\";Todo;;Sí;01/05/2024;;\n");

        Assert.True(faults.Count == 0, string.Join(" | ", faults));
        var rosa = Assert.Single(await AllAsync());
        Assert.Equal((ResponderRole.Defender, "GT", true, new DateOnly(2024, 5, 1)), (rosa.Role, rosa.Country, rosa.OnDuty, rosa.Training.Day));
        Assert.Equal(["quc", "es"], rosa.Languages.Select(l => l.ToString()));
    }

    [Fact]
    public async Task Two_people_of_one_name_in_one_sheet_are_two()
    {
        await ImportAsync(Header + Rosa);

        await ImportAsync(Header + Rosa + Rosa.Replace("+59171234567", "+59171234999", StringComparison.Ordinal));

        Assert.Equal(2, (await AllAsync()).Count);
    }

    [Fact]
    public async Task Importing_the_same_again_changes_nothing()
    {
        await ImportAsync(Header + Rosa);

        var result = await ApplyAsync(Header + Rosa);

        Assert.Equal((0, 0, 1), (result.Added, result.Updated, result.Unchanged));
    }

    [Fact]
    public async Task The_first_import_removes_the_samples_and_what_they_had_goes_to_others()
    {
        await _store.RunAsync(new SampleResponders(_book, Mock.Of<IResponderKeys>()).MoveIn);
        var samples = await AllAsync();

        await ImportAsync(Header + Rosa);

        Assert.False(Assert.Single(await AllAsync()).IsSample);
        Assert.Equal(samples.Select(s => (Departure.AgendaKind, s.Id.ToString())).Order(), _agenda.Planned.Keys.Order());
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_done_and_does_nothing()
    {
        await _store.RunAsync(new SampleResponders(_book, Mock.Of<IResponderKeys>()).MoveIn);

        var result = await ApplyAsync(Header + Rosa, dryRun: true);

        Assert.Equal((1, 3), (result.Added, result.SamplesRemoved));
        Assert.Equal(3, (await AllAsync()).Count);
    }

    [Fact]
    public void Any_bytes_give_faults_or_responders_and_never_an_exception() =>
        Gen.OneOf(Gen.Byte.Array[0, 300], Gen.String.Select(s => Encoding.UTF8.GetBytes(Header + s)), Gen.String[Gen.Char["\",;\n+5917ab"], 0, 200].Select(s => Encoding.UTF8.GetBytes(Header + s)))
            .Sample(bytes =>
            {
                var (read, faults) = _import.Read(bytes);
                return read.People.Count > 0 || faults.Count > 0;
            });

    private async Task<IReadOnlyList<SheetFault>> ImportAsync(string sheet)
    {
        var (read, faults) = _import.Read(Encoding.UTF8.GetBytes(sheet));
        if (faults.Count == 0)
        {
            await _store.RunAsync(u => _import.Apply(u, read, dryRun: false));
        }
        return faults;
    }

    private Task<ImportResult> ApplyAsync(string sheet, bool dryRun = false) =>
        _store.RunAsync(u => _import.Apply(u, _import.Read(Encoding.UTF8.GetBytes(sheet)).People, dryRun));

    private Task<IReadOnlyList<Responder>> AllAsync() => _store.RunAsync(_book.All);
}
