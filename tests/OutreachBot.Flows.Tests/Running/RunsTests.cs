using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

public sealed class RunsTests
{
    private const string Alert = """
        flow: alert
        about: An alert.
        for: responder
        idle: none
        first: offer
        remembers: {code: {kind: text, privacy: open}, note: {kind: text, privacy: sealed}}
        states:
          offer: {ask: choice, options: {accept: accept, pass: pass}}
          accept: {do: accept_alert, then: {ok: read, "*": end}}
          read: {do: hand_over, then: {ok: details, gone: end}}
          details: {say: details, then: decide}
          decide: {ask: choice, options: {attend: end, pass: pass}}
          pass: {do: pass_alert, then: passed}
          passed: {say: passed, ends: true}
        """;

    private const string Duty = """
        flow: duty
        about: Duty.
        for: responder
        idle: none
        starts_on: {duty_on: on, workshop: log}
        first: on
        remembers: {report: {kind: text, privacy: open}}
        states:
          on: {do: set_duty, with: {on: "'yes'"}, then: end}
          log: {ask: text, into: report, then: write}
          write: {do: log_training, with: {report: report}, then: {ok: logged, "*": end}}
          logged: {say: logged, ends: true}
        """;

    private static readonly FlowBook Book = SmallFlows.Book(
        ("alert/flow.yaml", Alert),
        ("alert/es.yaml", "language: es\nprompts:\n  offer: \"Aviso {code}. {options}\"\n  details: \"{summary}\"\n  decide: \"{options}\"\n  passed: Pasado."),
        ("duty/flow.yaml", Duty),
        ("duty/es.yaml", "language: es\nprompts:\n  log: ¿Taller?\n  logged: Anotado."));

    private static Talk Defender() => new(Book) { IsResponder = true };

    [Fact]
    public void An_alert_is_entered_with_its_answer_and_its_question_is_not_said()
    {
        var talk = Defender().Outcome("hand_over", "ok", ("summary", "canario"))
            .Enter("KT47", "alert", "offer", "1", ("code", "KT47"));

        Assert.Equal(["accept_alert", "hand_over"], talk.Effects.Select(e => e.Name));
        Assert.All(talk.Effects, e => Assert.Equal("KT47", e.Run));
        Assert.Equal(["alert.details", "alert.decide"], talk.Prompts);
    }

    [Fact]
    public void Details_are_shown_once_and_leave_no_trace_in_the_session()
    {
        var talk = Defender().Outcome("hand_over", "ok", ("summary", "canario"))
            .Enter("KT47", "alert", "offer", "1", ("code", "KT47"));

        Assert.True(talk.Says.Single(s => s.Text == "canario").Once);
        Assert.DoesNotContain("canario", System.Text.Encoding.UTF8.GetString(OutreachBot.Flows.Running.SessionJson.Write(talk.Session)), StringComparison.Ordinal);
        Assert.DoesNotContain("canario", talk.Send("repetir").Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finished_alert_gives_the_focus_back_to_what_was_open()
    {
        var talk = Defender().Send("hola").Enter("KT47", "alert", "offer", "2", ("code", "KT47"));

        Assert.Equal(["alert.passed", "welcome.hello"], talk.Prompts);
        Assert.Equal("", talk.Session.Focus);
        Assert.Equal(["welcome.learned"], talk.Send("1").Prompts);
    }

    [Fact]
    public void A_bare_answer_belongs_to_the_alert_when_nothing_else_is_open()
    {
        var talk = Defender().Enter("KT47", "alert", "offer", null, ("code", "KT47"));
        talk.Session = talk.Session with { Focus = "" };

        Assert.Equal(["alert.passed"], talk.Send("2").Prompts);
    }

    [Fact]
    public void Two_alerts_are_kept_apart()
    {
        var talk = Defender().Enter("KT47", "alert", "offer", null, ("code", "KT47")).Enter("AB12", "alert", "offer", null, ("code", "AB12"));

        talk.Enter("KT47", "alert", "offer", "2");
        Assert.Equal("KT47", talk.Effects[^1].Run);
        Assert.Equal(["AB12"], talk.Session.Runs.Keys);
    }

    [Fact]
    public void An_alert_that_is_answered_further_goes_on_where_it_was()
    {
        var talk = Defender().Enter("KT47", "alert", "offer", "1", ("code", "KT47")).Enter("KT47", "alert", null, "2");

        Assert.Equal(["alert.passed"], talk.Prompts);
    }

    [Fact]
    public void Answering_an_alert_is_not_held_back_by_silence_or_pace()
    {
        var talk = Defender().Send("quiero denunciar").After(TimeSpan.FromHours(2)).Enter("KT47", "alert", "offer", "2", ("code", "KT47"));

        Assert.Equal("alert.passed", talk.Prompts[0]);
    }

    [Theory]
    [InlineData("TALLER 23 mujeres 4 hombres Tarabuco", "23 mujeres 4 hombres Tarabuco")]
    [InlineData("taller: 5 mujeres en Sucre", "5 mujeres en Sucre")]
    public void What_follows_a_responders_word_answers_the_question_it_starts_at(string text, string report)
    {
        var talk = Defender().Send(text);

        Assert.Equal(report, Assert.Single(talk.Effects).With["report"].Text);
        Assert.Equal(["duty.logged"], talk.Prompts);
    }

    [Fact]
    public void A_responders_word_works_in_the_middle_of_a_case_and_leads_back()
    {
        var talk = Defender().Enter("KT47", "alert", "offer", null, ("code", "KT47")).Send("TURNO");

        Assert.Equal("set_duty", Assert.Single(talk.Effects).Name);
        Assert.Equal(["alert.offer"], talk.Prompts);
    }

    [Fact]
    public void A_responders_words_mean_nothing_to_anybody_else()
    {
        var talk = new Talk(Book).Send("TURNO");

        Assert.Empty(talk.Effects);
        Assert.Equal("welcome.hello", talk.At);
    }

    [Fact]
    public void A_flow_that_is_open_already_is_gone_back_to_and_not_nested()
    {
        var talk = new Talk(Book).Send("peligro").Send("9").Send("peligro");

        Assert.Equal(["danger"], talk.Session.Runs[""].Frames.Select(f => f.Flow));
    }

    [Fact]
    public void Values_handed_to_a_call_come_back_by_the_same_names()
    {
        var book = SmallFlows.Book(
            ("outer/flow.yaml", "flow: outer\nabout: x\nfirst: go\nremembers: {a: {kind: text, privacy: sealed}}\nstates:\n  go: {call: inner, with: {b: a}, then: show}\n  show: {say: show, ends: true}"),
            ("outer/es.yaml", "language: es\nprompts: {show: \"{a}\"}"),
            ("inner/flow.yaml", "flow: inner\nabout: x\nfirst: q\nremembers: {b: {kind: text, privacy: sealed}}\nstates:\n  q: {ask: text, into: b, then: end}"),
            ("inner/es.yaml", "language: es\nprompts: {q: ¿Qué?}"));

        Assert.Equal("algo", new Talk(book).Enter("", "outer", null, null).Send("algo").Said);
    }

    [Fact]
    public void A_value_never_goes_into_a_lower_mark()
    {
        var book = SmallFlows.Book(
            ("outer/flow.yaml", "flow: outer\nabout: x\nfirst: q\nremembers: {a: {kind: text, privacy: sealed}}\nstates:\n  q: {ask: text, into: a, then: go}\n  go: {call: inner, with: {a: a}, then: end}"),
            ("outer/es.yaml", "language: es\nprompts: {q: ¿Qué?}"),
            ("inner/flow.yaml", "flow: inner\nabout: x\nfirst: show\nremembers: {a: {kind: text, privacy: open}}\nstates:\n  show: {say: show, ends: true}"),
            ("inner/es.yaml", "language: es\nprompts: {show: \"[{a}]\"}"));

        Assert.Equal("[]", new Talk(book).Enter("", "outer", null, null).Send("canario").Said);
    }
}
