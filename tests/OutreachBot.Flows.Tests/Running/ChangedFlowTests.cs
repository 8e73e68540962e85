using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

public sealed class ChangedFlowTests
{
    private static readonly FlowBook Before = SmallFlows.With("q: {ask: text, then: r}\nr: {ask: yes_no, then: end}", "q: ¿Qué?\nr: ¿Sí?");

    private static Talk Moved(FlowBook after, Talk talk) => new(after) { Session = talk.Session, Now = talk.Now };

    [Fact]
    public void A_state_of_the_same_name_goes_on()
    {
        var after = SmallFlows.With("q: {ask: text, then: x}\nx: {say: x, then: r}\nr: {ask: yes_no, then: s}\ns: {say: s, ends: true}", "q: ¿Qué?\nr: ¿Sí?\nx: x\ns: nuevo");
        var talk = Moved(after, new Talk(Before).Enter("", "test", null, null).Send("a")).Send("1");

        Assert.Equal("nuevo", talk.Said);
    }

    [Fact]
    public void A_vanished_state_leads_to_the_first_whose_question_is_said_before_an_answer_counts()
    {
        var after = SmallFlows.With("q: {ask: text, then: end}", "q: ¿Qué?");
        var talk = Moved(after, new Talk(Before).Enter("", "test", null, null).Send("a")).Send("1");

        Assert.Equal(["test.q"], talk.Prompts);
        Assert.Contains(new SessionMoved("test", "q"), talk.Events);
        Assert.Equal("-", talk.Send("algo").At);
    }

    [Fact]
    public void A_vanished_flow_leads_to_the_welcome_and_its_story_is_kept()
    {
        var talk = new Talk(SmallFlows.Book()).Send("quiero denunciar").Send("mi vecina no sale nunca de la casa");
        var files = SmallFlows.Files(("welcome/flow.yaml", "flow: welcome\nabout: x\nfirst: hello\nstates:\n  hello: {ask: choice, options: {learn: end}}"));
        files.Remove("report/flow.yaml");
        files.Remove("report/es.yaml");
        var moved = Moved(OutreachBot.Flows.Loading.FlowBookLoader.Load(files).Book!, talk).Send("2");

        Assert.Equal("welcome.hello", moved.At);
        Assert.Single(moved.Session.Kept);
    }

    [Fact]
    public void An_effect_that_comes_back_to_a_changed_flow_is_no_exception()
    {
        var engine = new FlowEngine(SmallFlows.Book());
        var talk = new Talk(engine.Book);
        var context = new TurnContext(talk.Now, default, "BO", false, talk.Line, new FakePlaces());
        var session = engine.Step(engine.Step(Session.Stranger, Message.Of("quiero denunciar"), context).Session, Message.Of("1"), context);
        Assert.NotNull(session.Awaits);

        var after = new FlowEngine(SmallFlows.Book(
            ("report/flow.yaml", SmallFlows.Report.Replace("alert", "alarm", StringComparison.Ordinal).Replace("raise_alarm", "raise_alert", StringComparison.Ordinal))));
        var result = after.Step(session.Session, new EffectDone("told", new Dictionary<string, string>()), context);

        Assert.Null(result.Awaits);
        Assert.Equal("danger_now", result.Session.Runs[""].Frames[^1].State);
    }

    [Fact]
    public void An_effect_that_nothing_waits_for_changes_nothing()
    {
        var talk = new Talk(Before).Enter("", "test", null, null);
        var state = talk.At;
        talk.Take(new EffectDone("ok", new Dictionary<string, string>()));

        Assert.Equal(state, talk.At);
        Assert.Empty(talk.Says);
    }
}
