using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Tests.Checks;

public sealed class ShapeChecksTests
{
    [Fact]
    public void A_state_that_nothing_leads_to_is_found_where_it_stands()
    {
        var fault = Assert.Single(Linted.Find("unreachable_state", "first: a", "a: {say: a, ends: true}\nb: {say: a, ends: true}", "a: A"));
        Assert.Equal(("flows/probe/flow.yaml", 6, 3), (fault.Spot.File, fault.Spot.Line, fault.Spot.Column));
    }

    [Fact]
    public void A_state_that_a_word_a_call_the_clock_or_the_host_enters_is_reached() =>
        Assert.Empty(Linted.Find("unreachable_state", """
            first: a
            starts_on: {hello: b}
            if_left: {after: 60m, go: c}
            """, """
            a: {call: probe, at: d, then: end}
            b: {say: a, ends: true}
            c: {wait: message, then: end}
            d: {say: a, ends: true}
            """, "a: A", ("welcome/flow.yaml", "flow: welcome\nabout: x\nfirst: hi\nstates:\n  hi: {say: hi, ends: true}\n")));

    [Fact]
    public void A_state_that_only_one_language_passes_by_is_no_fault_and_a_language_of_its_own_is_checked_too()
    {
        const string Shape = "a: {say: a, then: b}\nb: {say: a, ends: true}";
        Assert.Empty(Linted.Find("unreachable_state", "first: a", Shape, "a: A",
            ("probe/qu.yaml", "language: qu\nprompts: {}\nstates:\n  a: {say: a, ends: true}\n")));
        Assert.Single(Linted.Find("unreachable_state", "first: a", Shape, "a: A",
            ("probe/qu.yaml", "language: qu\nprompts: {}\nstates:\n  c: {say: a, ends: true}\n")));
    }

    [Fact]
    public void A_question_loop_without_an_exit_is_found() =>
        Assert.Equal(2, Linted.Find("no_way_out", "first: a", "a: {ask: yes_no, yes: b, no: b}\nb: {ask: yes_no, yes: a, no: a}", "a: A\nb: B").Count);

    [Fact]
    public void A_loop_that_can_be_left_is_none() =>
        Assert.Empty(Linted.Find("no_way_out", "first: a", "a: {ask: yes_no, yes: b, no: a}\nb: {ask: yes_no, yes: a, no: end}", "a: A\nb: B"));

    [Fact]
    public void A_circle_in_which_nothing_is_asked_is_found() =>
        Assert.Equal(2, Linted.Find("endless_turn", "first: a",
            "a: {say: a, then: b}\nb: {when: \"@channel\", is: {sms: a}, else: end}", "a: A").Count);

    [Fact]
    public void A_circle_that_an_effects_outcome_ends_is_none() =>
        Assert.Empty(Linted.Find("endless_turn", "first: a",
            "a: {do: read_relay, then: {message: b, media: end, elsewhere: end, lost: end, nothing: end, ended: end}}\nb: {say: b, then: a}", "b: \"{message}\""));

    [Theory]
    [InlineData("c: {say: a, ends: true}")]
    [InlineData("c: {ask: yes_no, prompt: a, then: end}")]
    [InlineData("c: {when: \"@channel\", is: {sms: d}, else: end}\nd: {say: a, ends: true}")]
    [InlineData("c: {do: discard_tip, then: d}\nd: {say: a, ends: true}")]
    [InlineData("c: {call: welcome, then: end}")]
    public void Where_the_clock_leads_nothing_may_be_said(string states) =>
        Assert.Single(Linted.Find("unasked_says", "first: a\nif_left: {after: 60m, go: c}", "a: {ask: text, then: end}\n" + states, "a: A"));

    [Fact]
    public void A_wait_that_ends_by_itself_is_led_by_the_clock_too() =>
        Assert.Single(Linted.Find("unasked_says", "first: a", "a: {wait: 20m, then: b, message: end}\nb: {say: b, ends: true}", "b: B"));

    [Fact]
    public void After_a_wait_for_her_it_may_speak_again() =>
        Assert.Empty(Linted.Find("unasked_says", "first: a\nif_left: {after: 60m, go: c}",
            "a: {ask: text, then: end}\nc: {wait: message, then: a}", "a: A"));

    [Fact]
    public void A_stranger_is_offered_three_things_at_most()
    {
        const string Words = "language: es\nprompts:\n  hi: {text: \"{options}\", options: {a: A, b: B, c: C, d: D}}\n";
        const string Four = "hi: {ask: choice, options: {a: end, b: end, c: end, d: end}}";
        Assert.Single(Linted.Find("too_many_first_options",
            ("welcome/flow.yaml", $"flow: welcome\nabout: x\nfirst: hi\nstates:\n  {Four}\n"), ("welcome/es.yaml", Words)));
        Assert.Empty(Linted.Find("too_many_first_options",
            ("welcome/flow.yaml", $"flow: welcome\nabout: x\nfirst: who\nstates:\n  who: {{when: \"@person\", is: {{returning: hi}}, else: end}}\n  {Four}\n"), ("welcome/es.yaml", Words)));
    }

    [Fact]
    public void A_state_that_the_host_enters_has_to_be_there() =>
        Assert.Contains(
            Linted.Find("missing_entrance", ("alert/flow.yaml", "flow: alert\nabout: x\nfor: responder\nfirst: offer\nstates:\n  offer: {say: a, ends: true}\n"), ("alert/es.yaml", "language: es\nprompts: {a: A}\n")),
            f => f.Problem.Contains("'ping'", StringComparison.Ordinal));

    [Fact]
    public void Without_a_flow_for_danger_PELIGRO_leads_nowhere() =>
        Assert.Single(Linted.Find("danger_not_reachable"));

    [Theory]
    [InlineData("a: {ask: yes_no, yes: b, no: end}\nb: {do: raise_alert, then: end}", 0)]
    [InlineData("a: {say: a, then: c}\nc: {ask: yes_no, prompt: a, yes: b, no: end}\nb: {do: raise_alert, then: end}", 0)]
    [InlineData("a: {ask: text, then: c}\nc: {ask: yes_no, prompt: a, yes: b, no: end}\nb: {do: raise_alert, then: end}", 1)]
    public void The_first_thing_after_PELIGRO_is_the_offer(string states, int faults) =>
        Assert.Equal(faults, Linted.Find("danger_not_reachable", "first: a\ninterrupts_on: [danger]", states, "a: A").Count);

    [Theory]
    [InlineData("a: {ask: yes_no, yes: help, no: b}", 0)]
    [InlineData("a: {ask: yes_no, yes: b, no: help}", 1)]
    [InlineData("a: {ask: place, then: help}", 1)]
    public void A_report_asks_for_danger_first_and_yes_leads_to_help(string first, int faults)
    {
        (string, string)[] danger =
        [
            ("danger/flow.yaml", "flow: danger\nabout: x\ninterrupts_on: [danger]\nfirst: a\nstates:\n  a: {ask: yes_no, yes: b, no: end}\n  b: {do: raise_alert, then: end}\n"),
            ("danger/es.yaml", "language: es\nprompts: {a: A}\n"),
            ("report/flow.yaml", $"flow: report\nabout: x\nfirst: a\nstates:\n  {first}\n  help: {{call: danger, then: b}}\n  b: {{ask: text, prompt: a, then: end}}\n"),
            ("report/es.yaml", "language: es\nprompts: {a: A}\n"),
        ];
        Assert.Equal(faults, Linted.Find("danger_not_reachable", danger).Count);
    }

    [Fact]
    public void That_somebody_was_told_is_said_only_where_it_is_so()
    {
        const string States = """
            a: {ask: yes_no, yes: b, no: c}
            b: {do: raise_alert, then: {told: d, not_told: c}}
            c: {say: c, ends: true}
            d: {say: d, ends: true}
            """;
        const string Claim = "{text: D, claims: told}";
        Assert.Empty(Linted.Find("claims_before_done", "first: a", States, $"a: A\nc: C\nd: {Claim}"));
        var fault = Assert.Single(Linted.Find("claims_before_done", "first: a", States, $"a: A\nc: {Claim}\nd: D"));
        Assert.Equal(Severity.Error, fault.Severity);
        Assert.Contains("'c'", fault.Problem, StringComparison.Ordinal);
    }
}
