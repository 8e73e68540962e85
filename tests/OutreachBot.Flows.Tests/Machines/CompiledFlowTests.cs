using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;
using Stateless.Graph;

namespace OutreachBot.Flows.Tests.Machines;

public sealed class CompiledFlowTests
{
    private static readonly FlowBook Book = SmallFlows.Book(
        ("report/qu.yaml", "language: qu\nfirst: where\nstates:\n  where: {ask: place, into: where, then: extra}\n  extra: {say: receipt, then: what}"));

    [Fact]
    public void A_flow_is_compiled_once_a_language() =>
        Assert.Same(Book.Compile("report", LanguageTag.Spanish), Book.Compile("report", LanguageTag.Spanish));

    [Fact]
    public void A_language_lays_its_own_states_over_the_shape()
    {
        var quechua = Book.Compile("report", LanguageTag.Quechua);

        Assert.Equal("where", quechua.First);
        Assert.Equal("extra", quechua.States["where"].Arrows.Single(a => a.Trigger == "answered").Target.State);
        Assert.Contains("extra", quechua.States.Keys);
        Assert.DoesNotContain("extra", Book.Compile("report", LanguageTag.Spanish).States.Keys);
        Assert.Equal("danger_now", Book.Compile("report", LanguageTag.Aymara).First);
    }

    [Fact]
    public void The_full_machine_knows_every_arrow_and_the_words_that_are_always_there()
    {
        var flow = Book.Compile("report", LanguageTag.Spanish);
        var machine = flow.BuildFullMachine();

        Assert.Equal(flow.States.Values.Sum(s => s.Arrows.Count), flow.States.Values.Sum(s => machine.GetInfo().States
            .Single(i => (string)i.UnderlyingState == s.Name).Transitions.Count(t => (string)t.Trigger.UnderlyingTrigger != Triggers.Again)));
        Assert.True(machine.CanFire(Triggers.Word("danger")));
        Assert.True(machine.CanFire(Triggers.Left));
        Assert.Contains("danger_now", MermaidGraph.Format(machine.GetInfo()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_full_machine_walks_to_the_end()
    {
        var machine = Book.Compile("report", LanguageTag.Spanish).BuildFullMachine();
        foreach (var trigger in new[] { "no", "yes", "skipped", "answered", "yes", "outcome:ok", "said" })
        {
            machine.Fire(trigger);
        }

        Assert.Equal(CompiledFlow.End, machine.State);
    }

    [Fact]
    public void A_question_may_be_said_again_and_nothing_else_moves_it()
    {
        var machine = Book.Compile("report", LanguageTag.Spanish).BuildFullMachine();

        machine.Fire(Triggers.Again);
        Assert.Equal("danger_now", machine.State);
        Assert.False(machine.CanFire("outcome:ok"));
    }

    [Fact]
    public void Every_shipped_flow_makes_a_machine_in_every_language()
    {
        var book = FlowBookLoader.Load(Repository.Flows).Book!;
        foreach (var flow in book.Flows.Keys)
        {
            foreach (var language in LanguageTag.All)
            {
                var compiled = book.Compile(flow, language);
                Assert.Equal(compiled.First, compiled.BuildFullMachine().State);
                Assert.All(compiled.States.Values.SelectMany(s => s.Arrows), a => Assert.True(a.Target.IsEnd || compiled.States.ContainsKey(a.Target.State!)));
            }
        }
    }

    [Fact]
    public void A_flow_that_is_not_there_is_a_mistake_of_the_program() =>
        Assert.Throws<KeyNotFoundException>(() => Book.Compile("nothing", LanguageTag.Spanish));

    [Fact]
    public void One_book_serves_many_threads()
    {
        var said = Enumerable.Range(0, 400).AsParallel().WithDegreeOfParallelism(8)
            .Select(_ => new Talk(Book).Send("quiero denunciar").Send("2").Send("1").Send("Sucre").Said).Distinct().ToList();

        Assert.Equal("Anotado: Sucre.\n¿Qué pasa? 0 = saltar", Assert.Single(said));
    }
}
