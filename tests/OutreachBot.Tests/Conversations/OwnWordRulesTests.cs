using OutreachBot.Conversations;
using OutreachBot.Flows.Loading;
using OutreachBot.Places;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Conversations;

/// <summary>Which words are good to cover a thread with.</summary>
public sealed class OwnWordRulesTests
{
    private static readonly OwnWordRules Rules = new(
        FlowBookLoader.Load(RunningHost.FlowsPath()).Book!, new EverydayWords(), Gazetteer.Embedded());

    [Theory]
    [InlineData("pelusa")]
    [InlineData("Relámpago")]
    [InlineData("sopa de maní")]
    [InlineData("luna colibri")]
    public void A_word_that_nobody_writes_by_chance_is_good(string word) => Assert.Equal("ok", Rules.Judge(word, "BO"));

    [Theory]
    [InlineData("salir")]
    [InlineData("CALENDARIO")]
    [InlineData("peligro")]
    [InlineData("auxilio")]
    [InlineData("borrar todo")]
    [InlineData("pichay")]
    [InlineData("quechua")]
    [InlineData("quinientos")]
    [InlineData("7")]
    [InlineData("clave 22")]
    [InlineData("octubre")]
    [InlineData("claro que sí")]
    [InlineData("no me escriban")]
    [InlineData("casa ajena")]
    [InlineData("boda forzada")]
    [InlineData("taller pelusa")]
    public void A_word_or_an_answer_of_the_line_is_taken(string word) => Assert.Equal("taken", Rules.Judge(word, "BO"));

    [Theory]
    [InlineData("", "short")]
    [InlineData("sol", "short")]
    [InlineData("...", "short")]
    [InlineData("la gallina pinta del corral", "long")]
    [InlineData("semilla", "common")]
    [InlineData("mi vecina", "common")]
    [InlineData("su marido", "common")]
    [InlineData("sombrero", "common")]
    [InlineData("Tarabuco", "place")]
    [InlineData("santa cruz", "place")]
    [InlineData("Quetzaltenango", "place")]
    [InlineData("Buenos Aires", "place")]
    public void What_a_story_or_an_answer_may_be_is_refused(string word, string outcome) => Assert.Equal(outcome, Rules.Judge(word, "BO"));
}
