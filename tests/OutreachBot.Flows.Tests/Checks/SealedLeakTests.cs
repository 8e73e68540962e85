namespace OutreachBot.Flows.Tests.Checks;

/// <summary>Each road on which a sealed value could get out, and beside it the nearest way that is allowed.</summary>
public sealed class SealedLeakTests
{
    private const string Remembers = """
        first: a
        remembers:
          what: {kind: story, privacy: sealed}
          who: {kind: choice, privacy: sealed}
          place: {kind: text, privacy: routing}
          open: {kind: text, privacy: open}
        """;

    [Theory]
    [InlineData("do: submit_tip, with: {story: what}", 0)]
    [InlineData("do: submit_tip, with: {kind: what}", 1)]
    [InlineData("do: close_case, with: {outcome: what}", 1)]
    [InlineData("do: close_case, with: {outcome: open, note: what}", 0)]
    [InlineData("do: set_duty, with: {on: place}", 1)]
    [InlineData("do: log_training, with: {report: open}", 0)]
    [InlineData("do: relay, with: {message: what}", 0)]
    public void An_effect_is_given_no_more_than_it_may_take(string step, int faults) =>
        Assert.Equal(faults, Linted.Find("sealed_leak", Remembers, $"a: {{ask: story, into: what, then: b}}\nb: {{{step}, then: end}}", "a: A").Count);

    [Theory]
    [InlineData("told", 0)]
    [InlineData("noted", 1)]
    public void A_flow_that_is_called_keeps_a_value_under_the_same_mark(string there, int faults) =>
        Assert.Equal(faults, Linted.Find("sealed_leak",
            "first: a\nremembers: {text: {kind: text, privacy: sealed}}",
            $"a: {{ask: text, into: text, then: b}}\nb: {{call: other, with: {{{there}: text}}, then: end}}", "a: A",
            ("other/flow.yaml", "flow: other\nabout: x\nfirst: a\nremembers:\n  told: {kind: text, privacy: sealed}\n  noted: {kind: text, privacy: open}\nstates:\n  a: {ends: true}\n"),
            ("other/es.yaml", "language: es\nprompts: {}\n")).Count);

    [Fact]
    public void A_value_copied_twice_is_followed_through_both_flows() =>
        Assert.Single(Linted.Find("sealed_leak",
            "first: a\nremembers: {text: {kind: text, privacy: sealed}}",
            "a: {ask: text, into: text, then: b}\nb: {call: other, with: {told: text}, then: end}", "a: A",
            ("other/flow.yaml", "flow: other\nabout: x\nfirst: a\nremembers: {told: {kind: text, privacy: sealed}}\nstates:\n  a: {do: log_training, with: {report: told}, then: end}\n"),
            ("other/es.yaml", "language: es\nprompts: {}\n")));

    [Fact]
    public void A_called_flow_brings_nothing_back_under_a_lower_mark() =>
        Assert.Single(Linted.Find("sealed_leak",
            "first: a\nremembers: {text: {kind: text, privacy: open}}", "a: {call: other, with: {told: text}, then: end}", "a: A",
            ("other/flow.yaml", "flow: other\nabout: x\nfirst: a\nremembers: {told: {kind: text, privacy: sealed}}\nstates:\n  a: {ask: text, into: told, then: end}\n"),
            ("other/es.yaml", "language: es\nprompts: {a: A}\n")));

    [Fact]
    public void A_languages_own_shape_is_searched_as_well()
    {
        const string Shape = "a: {ask: story, into: what, then: b}\nb: {do: submit_tip, with: {story: what}, then: end}";
        var fault = Assert.Single(Linted.Find("sealed_leak", Remembers, Shape, "a: A",
            ("probe/quc.yaml", "language: quc\nprompts: {}\nstates:\n  b: {do: log_training, with: {report: what}, then: end}\n")));
        Assert.Equal("flows/probe/quc.yaml", fault.Spot.File);
    }

    [Theory]
    [InlineData("story", "open", 1)]
    [InlineData("story", "routing", 1)]
    [InlineData("story", "sealed", 0)]
    [InlineData("text", "open", 0)]
    public void A_story_is_always_sealed(string kind, string privacy, int faults) =>
        Assert.Equal(faults, Linted.Find("sealed_leak", $"first: a\nremembers: {{v: {{kind: {kind}, privacy: {privacy}}}}}", "a: {ends: true}", "x: X").Count);

    [Theory]
    [InlineData("routing", 0)]
    [InlineData("open", 1)]
    public void What_is_read_out_of_a_story_goes_to_the_router_and_no_further(string privacy, int faults) =>
        Assert.Equal(faults, Linted.Find("sealed_leak",
            $"first: a\nremembers:\n  what: {{kind: story, privacy: sealed}}\n  minor: {{kind: flag, privacy: {privacy}, sign: minor, of: what}}", "a: {ends: true}", "x: X").Count);

    [Fact]
    public void One_name_under_two_marks_in_flows_laid_over_each_other_is_found() =>
        Assert.Single(Linted.Find("sealed_leak",
            "first: a\ninterrupts_on: [danger]\nremembers: {where: {kind: text, privacy: open}}", "a: {ends: true}", "x: X",
            ("other/flow.yaml", "flow: other\nabout: x\nfirst: a\nremembers: {where: {kind: text, privacy: sealed}}\nstates:\n  a: {ends: true}\n"),
            ("other/es.yaml", "language: es\nprompts: {}\n")));

    [Fact]
    public void She_may_be_told_again_what_she_said() =>
        Assert.Empty(Linted.Find("sealed_leak", "first: a\nremembers: {text: {kind: text, privacy: sealed}}",
            "a: {ask: text, into: text, then: b}\nb: {say: b, ends: true}", "a: A\nb: \"{text}\""));

    [Fact]
    public void A_sealed_value_that_she_never_gave_is_not_said() =>
        Assert.Single(Linted.Find("sealed_leak", "first: b\nremembers: {text: {kind: text, privacy: sealed}}", "b: {say: b, ends: true}", "b: \"{text}\""));

    [Fact]
    public void A_value_that_comes_with_a_call_from_where_she_gave_it_is_hers() =>
        Assert.Empty(Linted.Find("sealed_leak", "first: a\nremembers: {text: {kind: text, privacy: sealed}}",
            "a: {ask: text, into: text, then: b}\nb: {call: other, with: {told: text}, then: end}", "a: A",
            ("other/flow.yaml", "flow: other\nabout: x\nfirst: a\nremembers: {told: {kind: text, privacy: sealed}}\nstates:\n  a: {say: a, ends: true}\n"),
            ("other/es.yaml", "language: es\nprompts: {a: \"{told}\"}\n")));

    [Theory]
    [InlineData("open", 0)]
    [InlineData("routing", 1)]
    public void What_is_sent_unasked_names_nothing_private(string privacy, int faults) =>
        Assert.Equal(faults, Linted.Find("sealed_leak",
            ("alert/flow.yaml", $"flow: alert\nabout: x\nfor: responder\nfirst: ping\nremembers: {{code: {{kind: text, privacy: {privacy}}}}}\nstates:\n  ping: {{ask: choice, options: {{see: end, pass: end}}}}\n"),
            ("alert/es.yaml", "language: es\nprompts: {ping: {text: \"{code} {options}\", options: {see: Ver, pass: Paso}}}\n")).Count);

    [Theory]
    [InlineData("a: {do: hand_over, then: {ok: b, gone: end}}\nb: {say: b, ends: true}", 0)]
    [InlineData("a: {do: hand_over, then: {ok: b, gone: b}}\nb: {say: b, ends: true}", 0)]
    [InlineData("a: {do: hand_over, then: {ok: c, gone: end}}\nc: {say: c, then: b}\nb: {say: b, ends: true}", 1)]
    [InlineData("a: {do: hand_over, then: {ok: b, gone: end}}\nb: {say: b, then: d}\nd: {when: \"known summary\", is: {yes: end, no: end}}", 1)]
    public void Another_persons_words_are_said_where_they_come_and_do_nothing_else(string states, int faults) =>
        Assert.Equal(faults, Linted.Find("sealed_leak", "for: responder\nfirst: a", states, "b: \"{summary}\"\nc: C").Count);

    [Fact]
    public void Another_persons_words_cannot_even_be_named_as_an_argument() =>
        Assert.Contains(
            Linted.LoadFaults("for: responder\nfirst: a", "a: {do: hand_over, then: {ok: b, gone: end}}\nb: {do: close_case, with: {outcome: \"'x'\", note: summary}, then: end}", "x: X"),
            f => f.Code == "unknown_value");

    [Fact]
    public void Another_persons_words_are_not_remembered() =>
        Assert.Single(Linted.Find("sealed_leak", "for: responder\nfirst: a\nremembers: {summary: {kind: text, privacy: open}}",
            "a: {do: hand_over, then: end}", "x: X"));

    [Fact]
    public void Only_a_responder_is_handed_a_case() =>
        Assert.Single(Linted.Find("sealed_leak", "first: a", "a: {do: hand_over, then: end}", "x: X"));

    [Theory]
    // The ways meet before anything happens.
    [InlineData("a: {ask: choice, into: who, options: {one: b, two: c}}\nb: {say: x, then: c}\nc: {do: discard_tip, then: end}", 0)]
    // One way asks for an effect, the other doesn't.
    [InlineData("a: {ask: choice, into: who, options: {one: b, two: end}}\nb: {do: discard_tip, then: end}", 1)]
    // One way fills a value that may be sent.
    [InlineData("a: {ask: choice, into: who, options: {one: b, two: c}}\nb: {ask: text, prompt: x, into: open, then: c}\nc: {do: log_training, with: {report: open}, then: end}", 1)]
    // One way fills a sealed value: nobody sees it.
    [InlineData("a: {ask: choice, into: who, options: {one: b, two: c}}\nb: {ask: story, prompt: x, into: what, then: c}\nc: {do: submit_tip, with: {story: what}, then: end}", 0)]
    // One way calls a flow.
    [InlineData("a: {ask: choice, into: who, options: {one: b, two: end}}\nb: {call: welcome, then: end}", 1)]
    // The same by a branch.
    [InlineData("a: {when: who, is: {one: b}, else: end}\nb: {do: discard_tip, then: end}", 1)]
    // That something was told at all is no secret.
    [InlineData("a: {when: \"known what\", is: {yes: b}, else: end}\nb: {do: discard_tip, then: end}", 0)]
    // A choice that isn't kept, or kept open, says what she wants done.
    [InlineData("a: {ask: choice, options: {one: b, two: end}}\nb: {do: discard_tip, then: end}", 0)]
    public void The_way_taken_gives_nothing_sealed_away(string states, int faults) =>
        Assert.Equal(faults, Linted.Find("sealed_leak", Remembers, states, "a: {text: A, options: {one: Uno, two: Dos}}\nx: X").Count);
}
