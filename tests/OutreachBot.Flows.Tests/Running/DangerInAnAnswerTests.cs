using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

/// <summary>Whatever was asked, an answer may be a cry: it stays the answer, and the way to help is said beside it.</summary>
public sealed class DangerInAnAnswerTests
{
    private const string Cry = "mi marido me quiere matar, estamos en peligro ahora";

    [Theory]
    [InlineData("q: {ask: text, into: v, then: end}", "remembers:\n  v: {kind: text, privacy: sealed}")]
    [InlineData("q: {ask: choice, into: v, options: {x: end}, free: end, then: end}", "remembers:\n  v: {kind: choice, privacy: sealed}")]
    [InlineData("q: {wait: message, then: end}", "")]
    public void A_cry_in_an_answer_is_offered_help(string state, string head)
    {
        var talk = At(state, head).Send(Cry);
        Assert.Contains("shared.danger_offer", talk.Prompts);
    }

    [Fact]
    public void A_responder_who_writes_of_others_is_not_offered_it() =>
        Assert.DoesNotContain("shared.danger_offer", At("q: {ask: text, into: v, then: end}", "for: responder\nremembers:\n  v: {kind: text, privacy: sealed}", responder: true).Send(Cry).Prompts);

    [Fact]
    public void Who_chooses_a_language_by_telling_in_it_has_told()
    {
        var talk = new Talk(SmallFlows.Book()).Send("hola").Send("IDIOMA").Send(Cry);
        Assert.Contains("shared.danger_offer", talk.Prompts);
        Assert.Contains(talk.Session.Kept, k => k.Text == Cry);
    }

    private static Talk At(string state, string head, bool responder = false)
    {
        var words = state.Contains("wait", StringComparison.Ordinal) ? "other: x" : "q: {text: \"q {options}\", options: {x: Uno}}";
        return new Talk(SmallFlows.With(state, words, head)) { IsResponder = responder }.Enter("", "test", null, null);
    }
}
