using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Tests.Checks;

public sealed class WordChecksTests
{
    private const string Says = "a: {say: a, ends: true}";

    [Fact]
    public void What_a_language_has_no_words_for_is_listed_and_no_error()
    {
        var fault = Assert.Single(Linted.Find("missing_words", "first: a", "a: {say: [a, b], ends: true}", "a: A\nb: B", ("probe/qu.yaml", Linted.Words("a: Ari", "qu"))));
        Assert.Equal(Severity.Warning, fault.Severity);
        Assert.Contains("1 of 2 prompts have no words in qu: b", fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_without_a_label_and_a_label_without_an_option_are_found()
    {
        const string Asks = "a: {ask: choice, options: {one: end, two: end}}";
        var words = "a: {text: \"{options}\", options: {one: Uno, too: Dos}}";
        Assert.Single(Linted.Find("missing_label", "first: a", Asks, words));
        Assert.Single(Linted.Find("unknown_option", "first: a", Asks, words));
        Assert.Empty(Linted.Find("missing_label", "first: a", Asks, "a: {text: \"{options}\", options: {one: Uno, two: Dos}}"));
    }

    [Fact]
    public void A_language_may_offer_fewer_options_than_the_Spanish_that_stands_in_for_it()
    {
        (string, string)[] files =
        [
            ("t/flow.yaml", "flow: t\nabout: x\nfirst: a\nstates:\n  a: {ask: choice, options: {one: end, two: end}}\n"),
            ("t/es.yaml", "language: es\nprompts:\n  a: {text: \"{options}\", options: {one: Uno, two: Dos}}\n"),
            ("t/quc.yaml", "language: quc\nprompts: {}\nstates:\n  a: {ask: choice, options: {one: end}}\n"),
        ];

        Assert.Empty(Linted.Find("unknown_option", files));
    }

    [Theory]
    [InlineData("{nothing}", 1)]
    [InlineData("{Code}", 1)]
    [InlineData("a } b", 1)]
    [InlineData("{code} {yes_no} {line} {where}", 0)]
    public void Braces_that_nothing_fills_are_found(string text, int faults) =>
        Assert.Equal(faults, Linted.Find("unknown_placeholder",
            "first: a\nremembers: {where: {kind: place, privacy: routing}}",
            "a: {do: submit_tip, then: b}\nb: {say: b, ends: true}", $"b: \"{text}\"").Count);

    [Fact]
    public void A_prompt_of_the_engine_knows_what_the_engine_gives() =>
        Assert.Empty(Linted.Find("unknown_placeholder", ("shared/es.yaml",
            "language: es\nprompts:\n" + string.Concat(Compiling.SharedPrompts.All.Select(p => $"  {p}: \"{(p == "stop_or_place" ? "1 {place}" : "x")}\"\n")))));

    [Theory]
    [InlineData(160, 0, 0)]
    [InlineData(161, 1, 0)]
    [InlineData(306, 1, 0)]
    [InlineData(307, 0, 1)]
    public void Two_segments_are_a_warning_and_three_an_error(int length, int warnings, int errors)
    {
        var words = $"a: \"{new string('a', length)}\"";
        Assert.Equal(warnings, Linted.Find("prompt_long", "first: a", Says, words).Count);
        Assert.Equal(errors, Linted.Find("prompt_too_long", "first: a", Says, words).Count);
    }

    [Fact]
    public void Placeholders_and_options_count_with_long_values()
    {
        var text = new string('a', 130);
        Assert.Empty(Linted.Find("prompt_long", "first: a", Says, $"a: \"{text}\""));
        Assert.Single(Linted.Find("prompt_long", "first: a\nremembers: {where: {kind: place, privacy: routing}}", Says, $"a: \"{text}{{where}}\""));
        Assert.Single(Linted.Find("prompt_long", "first: a", "a: {ask: choice, options: {one: end, two: end}}",
            $"a: {{text: \"{text} {{options}}\", options: {{one: Primera cosa larga, two: Segunda cosa larga}}}}"));
    }

    [Fact]
    public void Accents_are_folded_before_a_prompt_is_measured() =>
        Assert.Empty(Linted.Find("prompt_long", "first: a", Says, $"a: \"{new string('á', 160)}\""));

    [Theory]
    [InlineData("Ж", 6)]
    [InlineData("🙏", 6)]
    public void A_character_that_SMS_cannot_carry_is_named_with_its_column(string odd, int column)
    {
        var fault = Assert.Single(Linted.Find("ucs2_on_sms", "first: a", Says, $"a: \"aquí {odd} allá\""));
        Assert.Contains($"'{odd}' in column {column}", fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_folding_spells_is_no_fault() =>
        Assert.Empty(Linted.Find("ucs2_on_sms", "first: a", Says, "a: \"«Aquí» — ¿sí…? K’iche’ ẍ\""));

    [Fact]
    public void Words_for_WhatsApp_alone_may_be_any() =>
        Assert.Empty(Linted.Find("ucs2_on_sms", "first: a", Says, "a: {text: A, whatsapp: \"A 🙏\"}"));

    [Fact]
    public void A_prompt_that_no_state_says_is_listed() =>
        Assert.Equal(Severity.Warning, Assert.Single(Linted.Find("unused_prompt", "first: a", Says, "a: A\nb: B")).Severity);

    [Theory]
    [InlineData("{a: {es: [uno]}, b: {es: [uno]}}", 1)]
    [InlineData("{a: {es: [Úno]}, b: {es: [uno]}}", 1)]
    [InlineData("{a: {es: [uno]}, b: {qu: [{word: uno, from: x}]}}", 1)]
    [InlineData("{a: {es: [uno]}, b: {qu: [{word: uno, from: x, use: stored_only}]}}", 0)]
    [InlineData("{a: {es: [{word: uno, not_in: [qu]}]}, b: {qu: [{word: uno, from: x}]}}", 0)]
    [InlineData("{a: {qu: [{word: uno, from: x}]}, b: {ay: [{word: uno, from: x}]}}", 1)]
    [InlineData("{a: {qu: [{word: uno, from: x}]}, b: {quc: [{word: uno, from: x}]}}", 0)]
    [InlineData("{a: {es: [uno], qu: [{word: uno, from: x}]}}", 0)]
    public void One_word_for_two_things_is_found_where_they_can_meet(string concepts, int faults) =>
        Assert.Equal(faults, Linted.Find("keyword_collision",
            ("shared/keywords.yaml", "sources: {x: y}\nconcepts: " + concepts.Replace("{a:", "{hello: {es: [hola]}, a:", StringComparison.Ordinal))).Count);

    [Theory]
    [InlineData("{one: Peligro, two: Dos}", "error")]
    [InlineData("{one: Borrar, two: Dos}", "error")]
    [InlineData("{one: Ayuda, two: Dos}", "warning")]
    [InlineData("{one: Dos, two: dos}", "error")]
    [InlineData("{one: Uno, two: Dos}", null)]
    public void An_option_called_like_a_word_of_the_line_is_found(string labels, string? severity)
    {
        var faults = Linted.Find("keyword_collision", "first: a", "a: {ask: choice, options: {one: end, two: end}}", $"a: {{text: \"{{options}}\", options: {labels}}}");
        Assert.Equal(severity, faults.SingleOrDefault()?.Severity.ToString().ToLowerInvariant());
    }
}
