using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;
using OutreachBot.Flows.Walking;
using OutreachBot.Flows.Walking.Faults;

namespace OutreachBot.Flows.Tests.Walking;

/// <summary>For each fault the smallest flow that has it, found where it stands and shown by a conversation, and one that hasn't.</summary>
public sealed class FaultTests
{
    [Fact]
    public void The_smallest_book_has_no_fault() =>
        Assert.Empty(Walked.Walk(Walked.Probe("a: {ask: yes_no, yes: b, no: end}\nb: {say: b, ends: true}", "a: \"A {yes_no}\"\nb: B")).Findings.Select(f => f.Diagnostic.ToString()));

    [Fact]
    public void A_circle_of_questions_without_an_end_is_a_dead_end()
    {
        const string Words = "a: \"A {yes_no}\"\nb: \"B {yes_no}\"";
        Assert.Equal(2, Walked.Find("dead_end", Walked.Probe("a: {ask: yes_no, yes: b, no: b}\nb: {ask: yes_no, yes: a, no: a}", Words)).Count);
        Assert.Empty(Walked.Find("dead_end", Walked.Probe("a: {ask: yes_no, yes: b, no: b}\nb: {ask: yes_no, yes: a, no: end}", Words)));
    }

    [Fact]
    public void A_dead_end_that_only_a_known_value_makes_is_found_though_the_drawing_has_a_way_out()
    {
        const string Words = "a: \"A {yes_no}\"\nb: \"B {yes_no}\"";
        const string Remembers = "remembers:\n  v: {kind: flag, privacy: open}";
        var found = Walked.Single("dead_end", Walked.Probe("a: {ask: yes_no, into: v, yes: b, no: b}\nb: {ask: yes_no, yes: c, no: c}\nc: {when: v, is: {yes: b}, else: end}", Words, Remembers));
        Assert.Contains("'b'", found.Diagnostic.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_answer_that_is_asked_the_same_again_makes_no_progress()
    {
        var found = Walked.Find("no_progress", Walked.Probe("a: {ask: yes_no, yes: a, no: end}", "a: \"A {yes_no}\""));
        Assert.Contains(found, f => f.Diagnostic.Spot is { File: "flows/probe/flow.yaml", Column: 3 });
        Assert.Empty(Walked.Find("no_progress", Walked.Probe("a: {ask: yes_no, yes: b, no: end}\nb: {say: b, then: a}", "a: \"A {yes_no}\"\nb: B")));
    }

    [Theory]
    [InlineData("later", 0)]
    [InlineData("other", 2)]
    public void Later_said_twice_is_later_still(string option, int faults) =>
        Assert.Equal(faults, Walked.Find("no_progress", Walked.Probe($"a: {{ask: choice, options: {{x: end, {option}: a}}}}", $"a: {{text: \"{{options}}\", options: {{x: Uno, {option}: Dos}}}}")).Count);

    [Fact]
    public void A_turn_that_the_engine_has_to_cut_is_endless()
    {
        Assert.NotEmpty(Walked.Find("endless_turn", Walked.Probe("a: {ask: yes_no, yes: b, no: end}\nb: {say: b, then: c}\nc: {when: \"@channel\", is: {sms: b}, else: end}", "a: \"A {yes_no}\"\nb: B")));
        Assert.Empty(Walked.Find("endless_turn", Walked.Probe("a: {ask: yes_no, yes: b, no: end}\nb: {say: b, ends: true}", "a: \"A {yes_no}\"\nb: B")));
    }

    [Fact]
    public void A_label_that_another_word_takes_is_misread()
    {
        const string States = "a: {ask: choice, options: {x: end, y: end}}";
        var found = Walked.Single("misread", Walked.Probe(States, "a: {text: \"{options}\", options: {x: Peligro, y: Bien}}"));
        Assert.Contains("Peligro", found.Diagnostic.Problem, StringComparison.Ordinal);
        Assert.Empty(Walked.Find("misread", Walked.Probe(States, "a: {text: \"{options}\", options: {x: Uno, y: Bien}}")));
    }

    [Fact]
    public void Nine_that_leads_to_nobody_is_found_and_so_is_a_person_who_can_not_be_asked_for()
    {
        Assert.NotEmpty(Walked.Find("no_person", Walked.Book(("person/flow.yaml", "flow: person\nabout: x\nfirst: agree\nstates:\n  agree: {ask: yes_no, yes: end, no: end}\n"))));
        var found = Walked.Single("no_person", Walked.Book(("person/flow.yaml", "flow: person\nabout: x\ninterrupts_on: [person]\nfirst: agree\nstates:\n  agree: {ask: yes_no, yes: end, no: end}\n")));
        Assert.Equal("flows/person/flow.yaml", found.Diagnostic.Spot.File);
        Assert.Empty(Walked.Find("no_person", Walked.Book()));
    }

    [Fact]
    public void A_cry_that_leads_to_no_alert_is_found()
    {
        const string Flow = "flow: danger\nabout: x\ninterrupts_on: [danger]\nfirst: offer\nstates:\n  offer: {ask: yes_no, yes: told, no: end}\n  told: {say: told, ends: true}\n";
        var found = Walked.Find("no_help", Walked.Book(("danger/flow.yaml", Flow), ("danger/es.yaml", "language: es\nprompts:\n  offer: \"Avisamos? {yes_no}\"\n  told: Avisamos\n")));
        Assert.Contains(found, f => f.Chat.Contains("> PELIGRO", StringComparison.Ordinal));
        Assert.Empty(Walked.Find("no_help", Walked.Book()));
    }

    [Fact]
    public void Danger_told_where_only_an_answer_was_asked_for_is_offered_help()
    {
        const string Remembers = "remembers:\n  v: {kind: text, privacy: sealed}";
        Assert.Empty(Walked.Find("no_help", Walked.Probe("a: {ask: text, into: v, then: b}\nb: {wait: message, then: end}", "a: A", Remembers)));
    }

    [Fact]
    public void What_was_told_in_confidence_and_comes_up_again_is_found()
    {
        const string States = "a: {ask: text, into: v, then: b}\nb: {say: b, ends: true}";
        var found = Walked.Single("sealed_said", Walked.Probe(States, "a: A\nb: \"Anotado: {v}\"", "remembers:\n  v: {kind: text, privacy: sealed}"));
        Assert.Equal(("flows/probe/flow.yaml", 9), (found.Diagnostic.Spot.File, found.Diagnostic.Spot.Line));
        Assert.Empty(Walked.Find("sealed_said", Walked.Probe(States, "a: A\nb: \"Anotado: {v}\"", "remembers:\n  v: {kind: text, privacy: open}")));
    }

    [Fact]
    public void What_was_told_in_confidence_and_goes_to_an_effect_that_does_not_seal_it_is_found()
    {
        const string Words = "a: {text: \"{options}\", options: {x: Uno}}";
        const string States = "a: {ask: choice, into: v, options: {x: b}, free: b, then: b}\nb: {do: ask_person, with: {how: v}, then: end}";
        Assert.NotEmpty(Walked.Find("sealed_handed_on", Walked.Probe(States, Words, "remembers:\n  v: {kind: choice, privacy: open}")));
        Assert.Empty(Walked.Find("sealed_handed_on", Walked.Probe(States.Replace("how", "hours", StringComparison.Ordinal), Words, "remembers:\n  v: {kind: choice, privacy: sealed}")));
    }

    [Theory]
    [InlineData("a: {ask: yes_no, yes: b, no: b}", 1)]
    [InlineData("a: {do: raise_alert, then: {told: b, not_told: b}}", 1)]
    [InlineData("a: {do: raise_alert, then: {told: b, not_told: end}}", 0)]
    [InlineData("a: {do: submit_tip, then: {ok: b, \"*\": end}}", 0)]
    [InlineData("a: {do: raise_alert, then: {told: c, not_told: end}}\nc: {do: raise_alert, then: {told: end, not_told: b}}", 1)]
    public void Told_somebody_is_said_only_where_somebody_has_been(string states, int faults) =>
        Assert.Equal(faults, Walked.Find("said_too_soon", Walked.Probe(states + "\nb: {say: b, ends: true}", "a: \"A {yes_no}\"\nb: {text: Avisamos, claims: told}")).Count);

    [Fact]
    public void A_question_that_repeats_what_was_told_after_a_silence_is_found()
    {
        const string States = "a: {ask: place, into: v, then: b}\nb: {ask: yes_no, yes: end, no: end}";
        const string Words = "a: A\nb: \"Es en {v}? {yes_no}\"";
        const string Remembers = "\nremembers:\n  v: {kind: place, privacy: routing}";
        Assert.NotEmpty(Walked.Find("echo_after_silence", Walked.Probe(States, Words, "idle: none" + Remembers)));
        Assert.Empty(Walked.Find("echo_after_silence", Walked.Probe(States, Words, "idle: ask" + Remembers)));
    }

    [Fact]
    public void A_message_of_three_SMS_as_it_is_put_together_is_too_long()
    {
        const string States = "a: {ask: place, into: v, then: b}\nb: {say: b, ends: true}";
        const string Remembers = "remembers:\n  v: {kind: place, privacy: routing}";
        var found = Walked.Single("too_long", Walked.Probe(States, $"a: A\nb: \"{new string('x', 280)} {{v}}\"", Remembers));
        Assert.Contains("3 SMS", found.Diagnostic.Problem, StringComparison.Ordinal);
        Assert.Empty(Walked.Find("too_long", Walked.Probe(States, $"a: A\nb: \"{new string('x', 150)} {{v}}\"", Remembers)));
    }

    [Theory]
    [InlineData("Una etiqueta muy larga", 1)]
    [InlineData("Una etiqueta corta", 0)]
    public void A_button_that_WhatsApp_would_cut_is_too_long(string label, int faults) =>
        Assert.Equal(faults, Walked.Find("too_long", Walked.Probe("a: {ask: choice, options: {x: end}}", $"a: {{text: \"{{options}}\", options: {{x: {label}}}}}"), channel: ChannelKind.WhatsApp).Count);

    [Fact]
    public void An_option_shown_by_its_key_is_untranslated()
    {
        const string States = "flow: probe\nabout: x\nfirst: a\nstarts_on: [learn]\nstates:\n  a: {ask: choice, options: {x: end, y: end}}\n";
        var spanish = ("probe/es.yaml", "language: es\nprompts:\n  a: {text: \"{options}\", options: {x: Uno, y: Dos}}\n");
        var found = Walked.Single("untranslated", Walked.Book(("probe/flow.yaml", States), spanish, ("probe/qu.yaml", "language: qu\nprompts:\n  a: {text: \"{options}\", options: {x: Uno}}\n")), "qu");
        Assert.Equal(("flows/probe/qu.yaml", 3), (found.Diagnostic.Spot.File, found.Diagnostic.Spot.Line));
        Assert.Empty(Walked.Find("untranslated", Walked.Book(("probe/flow.yaml", States), spanish, ("probe/qu.yaml", "language: qu\nprompts:\n  a: {text: \"{options}\", options: {x: Uno, y: Dos}}\n")), "qu"));
    }

    [Fact]
    public void A_draft_that_nothing_marks_would_be_found()
    {
        var book = Walked.Book(("welcome/qu.yaml", "language: qu\nprompts:\n  hi: {text: X, status: draft, from: \"somewhere\"}\n"));
        Assert.Empty(Walked.Find("unmarked_draft", book, "qu"));
        Assert.Single(new Untranslated().Look(Turn(new Spoken(new Say("X", ["welcome.hi"], [], null, Once: false), default, ByClock: false), "> hola", book: book)));
    }

    [Theory]
    [InlineData("Tiene un aviso de trata", 1)]
    [InlineData("Tiene un mensaje en {where}", 1)]
    [InlineData("Tiene un mensaje", 0)]
    public void A_message_that_nobody_asked_for_names_nothing(string text, int faults)
    {
        const string Flow = "flow: follow_up\nabout: x\nfirst: pending\nremembers:\n  where: {kind: place, privacy: open}\nstates:\n  pending: {ask: choice, options: {read: end}}\n";
        Assert.Equal(faults, Walked.Find("unasked_words", Walked.Book(("follow_up/flow.yaml", Flow), ("follow_up/es.yaml", $"language: es\nprompts:\n  pending: {{text: \"{text} {{options}}\", options: {{read: Leer}}}}\n"))).Count);
    }

    [Fact]
    public void Whatever_the_clock_said_would_be_found()
    {
        var turn = Turn(new Spoken(new Say("x", ["welcome.hi"], [], null, Once: false), default, ByClock: true), "> hola");
        Assert.Equal("said_by_clock", Assert.Single(new SaidByClock().Look(turn)).Diagnostic.Code);
        Assert.Empty(new SaidByClock().Look(Turn(new Spoken(new Say("x", ["welcome.hi"], [], null, Once: false), default, ByClock: false), "> hola")));
    }

    [Theory]
    [InlineData("welcome.hi", 1)]
    [InlineData("shared.exit", 0)]
    public void Whatever_is_said_after_the_end_would_be_found(string prompt, int faults) =>
        Assert.Equal(faults, new TellsAfterExit().Look(Turn(new Spoken(new Say("x", [prompt], [], null, Once: false), default, ByClock: false), "> SALIR", "exit")).Count());

    /// <summary>A turn that no flow can bring about: the engine itself stands before it.</summary>
    private static WalkedTurn Turn(Spoken heard, string line, string? concept = null, FlowBook? book = null)
    {
        book ??= Walked.Book();
        var spot = new Spot(Session.Stranger with { Language = LanguageTag.Quechua }, new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), null, default);
        return new WalkedTurn(book, WalkWorld.Of(book)[0], new Node(0, spot, null, null, null) { Effort = Effort.All }, OutreachBot.Flows.Walking.Move.Of(MoveKind.Word, line, concept), new Passage(spot, [heard], [], []), null);
    }
}
