using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Flows.Translating;
using OutreachBot.Flows.Translating.Formats;
using OutreachBot.Flows.Translating.Importing;

namespace OutreachBot.Flows.Tests.Translating;

public sealed class ImportTests
{
    private const string Quechua = """
        # A speaker's words.
        language: qu
        prompts:
          hello: {text: "Imaynalla, {line}. {options}", options: {learn: Yachay, tell: "Willay"}, status: draft, from: 'GATITOS'}   # the greeting
          # what follows the lesson
          learned: "Ari."     # short

          told:
            text: "Yusulpayki."
            status: approved
            reviewed_by: Rosa
            reviewed_on: 2026-11-01
        """;

    private static readonly ImportWishes NoWishes = new(null, new DateOnly(2026, 11, 25));

    private readonly Dictionary<string, string> _files = SmallFlows.Files(("welcome/qu.yaml", Quechua));

    private FlowBook Book => FlowBookLoader.Load(_files).Book!;

    public static TheoryData<string, string> EachFormatAndLanguage
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var format in TranslationFormats.All)
            {
                foreach (var language in new[] { "qu", "ay", "quc" })
                {
                    all.Add(format.Name, language);
                }
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(EachFormatAndLanguage))]
    public void All_shipped_words_go_out_and_in_without_a_change(string name, string tag)
    {
        Assert.True(LanguageTag.TryParse(tag, out var language));
        var book = FlowBookLoader.Load(Repository.Flows).Book!;
        var format = TranslationFormats.Find(name)!;
        var first = format.Write(UnitList.Of(book, language), language);

        var plan = new TranslationImport(book, FlowTexts.OfFolder(Repository.Flows)).Plan(format.Read(first), NoWishes);

        Assert.Empty(plan.Faults);
        Assert.Equal((0, 0, 0), (plan.Changed, plan.Files.Count, plan.Notices.Count));
        Assert.True(plan.Rows > 300);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xliff")]
    [InlineData("po")]
    [InlineData("xlsx")]
    public void What_was_brought_in_goes_out_as_the_same_file(string name)
    {
        var format = TranslationFormats.Find(name)!;
        var reviewed = Units().Select(u => u.Prompt is "told" or "learned"
            ? u with { Target = u.Target ?? "Yusulpayki.", Status = ReviewStatus.CommunityReviewed, Review = new Review("Ana \"A\" Q'uq", new DateOnly(2026, 11, 20)), From = "Ana" }
            : u).ToList();
        var sent = format.Write(reviewed, LanguageTag.Quechua);

        Take(Import(format.Read(sent)));

        Assert.Equal(sent, format.Write(Units(), LanguageTag.Quechua));
    }

    [Fact]
    public void The_language_file_keeps_its_comments_order_and_layout()
    {
        Take(Import(Rows(
            ("welcome.hello.text", r => r with { Target = "Imaynalla. {line}: {options}", SourceHash = r.SourceHash }),
            ("welcome.learned.text", r => r with { Target = "Allin", From = "Rosa" }),
            ("welcome.told.text", r => r with { Status = "translated", From = "Rosa", Reviewer = "", ReviewedOn = "" }))));

        Assert.Equal($$"""
            # A speaker's words.
            language: qu
            prompts:
              hello: {text: "Imaynalla. {line}: {options}", options: {learn: Yachay, tell: "Willay"}, status: draft, source: "{{Hash("hello")}}", from: 'GATITOS'}   # the greeting
              # what follows the lesson
              learned:
                text: "Allin"     # short
                status: draft
                source: "{{Hash("learned")}}"
                from: "Rosa"

              told:
                text: "Yusulpayki."
                status: translated
                source: "{{Hash("told")}}"
                from: "Rosa"
            """, _files["welcome/qu.yaml"]);
    }

    [Fact]
    public void New_words_come_after_those_that_stand_before_them_in_Spanish_and_a_new_file_is_made()
    {
        Take(Import(Rows(
            ("report.what.text", r => r with { Target = "¿Imata? 0" }),
            ("report.danger_now.text", r => r with { Target = "¿Peligro? {yes_no}" }),
            ("report.receipt.text", r => r with { Target = "{code}" }))));
        Take(Import(Rows(("report.where.text", r => r with { Target = "¿Maypi? 0" }))));

        Assert.Equal(["danger_now", "where", "what", "receipt"], Book.Flows["report"].Layers[LanguageTag.Quechua].Prompts.Values.OrderBy(p => p.Spot.Line).Select(p => p.Name));
        Assert.StartsWith("language: qu\nprompts:\n  danger_now:\n    text: \"¿Peligro? {yes_no}\"\n    status: draft\n", _files["report/qu.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_Spanish_sends_words_back_to_draft_and_a_look_over_brings_them_up_again()
    {
        Take(Import(Rows(("welcome.told.text", r => r with { From = "Rosa" }))));
        Assert.Equal(ReviewStatus.Approved, Told().Status);

        _files["welcome/es.yaml"] = _files["welcome/es.yaml"].Replace("Gracias por contarlo.", "Gracias por contar.", StringComparison.Ordinal);
        Assert.Equal((ReviewStatus.Draft, "Yusulpayki."), (Told().Status, Told().Text));
        Assert.Contains(WaitingWords.Of(Book, LanguageTag.Quechua), w => w is { Prompt: "told", Waits: Waiting.Stale });
        Assert.True(Units().Single(u => u.Key == "welcome.told.text").IsStale);
        Assert.Equal(0, Import(Rows()).Changed);

        Take(Import(Rows(("welcome.told.text", r => r with { Status = "approved", ReviewedOn = "2026-11-24" }))));
        Assert.Equal((ReviewStatus.Approved, new Review("Rosa", new DateOnly(2026, 11, 24))), (Told().Status, Told().Review));
    }

    [Fact]
    public void Words_from_a_file_older_than_the_Spanish_are_taken_as_a_draft_and_that_is_said()
    {
        var file = Rows(("welcome.told.text", r => r with { Target = "Yusulpayki, mamay.", Reviewer = "Ana", ReviewedOn = "24/11/2026" }));
        _files["welcome/es.yaml"] = _files["welcome/es.yaml"].Replace("Gracias por contarlo.", "Gracias por contar.", StringComparison.Ordinal);

        var plan = Import(file);
        Take(plan);

        Assert.Equal(1, plan.Stale);
        Assert.Contains("has changed since this file was exported", Assert.Single(plan.Notices), StringComparison.Ordinal);
        Assert.Equal(("Yusulpayki, mamay.", ReviewStatus.Draft, ReviewStatus.Approved), (Told().Text, Told().Status, Told().WrittenStatus));
    }

    [Fact]
    public void A_review_of_other_words_does_not_hold_for_new_ones()
    {
        var plan = Import(Rows(("welcome.told.text", r => r with { Target = "Allin." })));
        Take(plan);
        Assert.Contains("goes back to draft", Assert.Single(plan.Notices), StringComparison.Ordinal);
        Assert.Equal((ReviewStatus.Draft, null), (Told().Status, Told().Review));

        Take(Import(Rows(("welcome.told.text", r => r with { Target = "Allinmi.", Status = "approved" })), new ImportWishes("Ana", new DateOnly(2026, 11, 25))));
        Assert.Equal((ReviewStatus.Approved, new Review("Ana", new DateOnly(2026, 11, 25)), "Ana"), (Told().Status, Told().Review, Told().From));
    }

    [Fact]
    public void A_prompt_is_as_far_as_the_least_of_its_rows()
    {
        var plan = Import(Rows(("welcome.hello.text", r => r with { Status = "translated" })));
        Assert.Equal(0, plan.Changed);
        Assert.Contains("stays draft", Assert.Single(plan.Notices), StringComparison.Ordinal);

        Take(Import(Rows([.. new[] { "text", "options.learn", "options.tell" }.Select(p => ("welcome.hello." + p, (Func<TranslationRow, TranslationRow>)(r => r with { Status = "Translated" })))])));
        Assert.Equal(ReviewStatus.Translated, Book.Flows["welcome"].Layers[LanguageTag.Quechua].Prompts["hello"].Status);
    }

    [Fact]
    public void Decomposed_letters_are_composed_on_the_way_in()
    {
        Take(Import(Rows(("welcome.learned.text", r => r with { Target = " n\u0303a " }))));
        Assert.Contains("text: \"ña\"", _files["welcome/qu.yaml"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("welcome.learned.text", "{line} ari", "{line} isn't in the Spanish")]
    [InlineData("welcome.hello.text", "Imaynalla {options}", "{line} of the Spanish is missing")]
    [InlineData("welcome.learned.text", "a } b", "no placeholder")]
    [InlineData("welcome.learned.text", "a\nb", "line break")]
    [InlineData("welcome.learned.text", "a\u0007b", "U+0007")]
    [InlineData("welcome.learned.text", "ari 😀", "no SMS alphabet")]
    [InlineData("welcome.learned.text", "жари", "no SMS alphabet")]
    [InlineData("welcome.learned.text", "", "it is empty, and there are words today")]
    [InlineData("welcome.hello.options.learn", "123456789012345678901", "21 characters")]
    [InlineData("welcome.hello.hint", "{line}", "{options} of the Spanish is missing, {line} isn't in the Spanish")]
    public void Bad_words_are_refused_with_their_row_and_what_is_wrong(string key, string words, string problem)
    {
        var plan = Import(Rows((key, r => r with { Target = words })));
        var fault = Assert.Single(plan.Faults);
        Assert.Equal((PlaceOf(key), "target"), (fault.Place, fault.Column));
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
        Assert.Empty(plan.Files);
    }

    [Fact]
    public void A_hint_may_show_the_options_of_its_question_again() =>
        Assert.Empty(Import(Rows(
            ("report.danger_now.text", r => r with { Target = "¿Peligro? {yes_no}" }), ("welcome.hello.hint", r => r with { Target = "{options}" }))).Faults);

    [Fact]
    public void A_language_may_leave_out_its_own_name() =>
        Assert.Empty(Import(Rows(("shared.not_in_language.text", r => r with { Target = "Kastilla simi:" }))).Faults);

    [Fact]
    public void Words_of_three_SMS_are_refused() =>
        Assert.Contains("3 parts", Assert.Single(Import(Rows(("welcome.learned.text", r => r with { Target = new string('a', 310) }))).Faults).Problem, StringComparison.Ordinal);

    [Fact]
    public void Half_a_question_is_refused()
    {
        _files["welcome/qu.yaml"] = "language: qu\nprompts: {}\n";
        var fault = Assert.Single(Import(Rows(
            ("welcome.hello.text", r => r with { Target = "{line} {options}" }), ("welcome.hello.options.learn", r => r with { Target = "Yachay" }))).Faults);
        Assert.Contains("'tell' of 'hello' has no label", fault.Problem, StringComparison.Ordinal);
        Assert.Equal(PlaceOf("welcome.hello.options.tell"), fault.Place);

        Assert.Contains("the text of 'hello' is empty", Import(Rows(("welcome.hello.hint", r => r with { Target = "{options}" }))).Faults[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_languages_own_shape_says_which_questions_and_options_there_are()
    {
        _files["welcome/qu.yaml"] = "language: qu\nprompts: {hello: {text: \"{line} {options}\", options: {tell: Willay}}}\nstates:\n  hello: {ask: choice, options: {tell: report}}\n";

        Assert.Equal(["text", "hint", "options.tell"], Units().Where(u => u is { Flow: "welcome", Prompt: "hello" }).Select(u => u.Part.Name));
        Take(Import(Rows(("welcome.hello.text", r => r with { Target = "Imaynalla {line} {options}" }))));
    }

    [Theory]
    [InlineData("translated", "", "", "", "from")]
    [InlineData("community_reviewed", "Rosa", "", "", "reviewer")]
    [InlineData("approved", "Rosa", "Ana", "", "reviewed_on")]
    [InlineData("approved", "Rosa", "", "2026-11-24", "reviewer")]
    [InlineData("approved", "Rosa", "Ana", "yesterday", "reviewed_on")]
    [InlineData("finished", "Rosa", "Ana", "2026-11-24", "status")]
    public void A_review_without_who_and_when_is_refused(string status, string from, string reviewer, string on, string column)
    {
        var plan = Import(Rows(("welcome.learned.text", r => r with { Status = status, From = from, Reviewer = reviewer, ReviewedOn = on })));
        Assert.Equal((PlaceOf("welcome.learned.text"), column), (Assert.Single(plan.Faults).Place, plan.Faults[0].Column));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_and_nothing_is_imported()
    {
        var file = Rows(
            ("welcome.learned.text", r => r with { Target = "{no}" }), ("welcome.told.text", r => r with { Key = "welcome.tould.text" }),
            ("report.where.text", r => r with { Source = "¿Adónde?", Target = "¿Maypi? 0" }), ("report.what.text", r => r with { SourceHash = "x", Target = "Ima" }));
        var plan = Import(file with { Rows = [.. file.Rows, file.Rows[0] with { Place = "line 999" }] });

        Assert.Equal(["key", "key", "source", "source_hash", "target"], plan.Faults.Select(f => f.Column).Order(StringComparer.Ordinal));
        Assert.Contains(plan.Faults, f => f.Mend.Contains("welcome.told.text", StringComparison.Ordinal));
        Assert.Contains(plan.Faults, f => f.Place == "line 999" && f.Problem.Contains("already", StringComparison.Ordinal));
        Assert.Empty(plan.Files);
    }

    [Fact]
    public void Two_rows_of_one_prompt_that_name_other_reviewers_contradict_each_other()
    {
        var plan = Import(Rows(
            ("welcome.hello.text", r => r with { Reviewer = "Ana", ReviewedOn = "2026-11-24" }), ("welcome.hello.options.tell", r => r with { Reviewer = "Eva", ReviewedOn = "2026-11-24" })));
        Assert.Contains("'Eva' here and 'Ana' in", Assert.Single(plan.Faults).Problem, StringComparison.Ordinal);
    }

    private Prompt Told() => Book.Flows["welcome"].Layers[LanguageTag.Quechua].Prompts["told"];

    private string Hash(string prompt) => SourceHash.Of(Book.Flows["welcome"].Layers[LanguageTag.Spanish].Prompts[prompt]);

    private IReadOnlyList<TranslationUnit> Units() => UnitList.Of(Book, LanguageTag.Quechua);

    private string PlaceOf(string key) => Rows().Rows.Single(r => r.Key == key).Place;

    /// <summary>The export as it is now, with some of its rows changed.</summary>
    private TranslationFile Rows(params (string Key, Func<TranslationRow, TranslationRow> Change)[] changes)
    {
        var csv = TranslationFormats.Find("csv")!;
        var file = csv.Read(csv.Write(Units(), LanguageTag.Quechua));
        Assert.All(changes, c => Assert.Contains(file.Rows, r => r.Key == c.Key));
        return file with { Rows = [.. file.Rows.Select(r => changes.Where(c => c.Key == r.Key).Aggregate(r, (row, c) => c.Change(row)))] };
    }

    private ImportPlan Import(TranslationFile file, ImportWishes? wishes = null) => new TranslationImport(Book, _files).Plan(file, wishes ?? NoWishes);

    private void Take(ImportPlan plan)
    {
        Assert.Equal([], plan.Faults.Select(f => f.ToString()));
        foreach (var (path, text) in plan.Files)
        {
            _files[path] = text;
        }
        Assert.Equal([], FlowBookLoader.Load(_files).Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.ToString()));
    }
}
