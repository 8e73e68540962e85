using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

/// <summary>Asked where, people tell what happens: it is the story, and the place is asked once more, shortly.</summary>
public sealed class StoryForAPlaceTests
{
    private const string Told = "a mi vecina la tienen trabajando en una casa y no le pagan nada hace meses";

    private static readonly FlowBook Book = SmallFlows.Book();

    [Fact]
    public void It_is_kept_as_the_story_and_the_place_is_asked_shortly()
    {
        var talk = AtWhere().Send(Told);

        Assert.Equal(["shared.place_short"], talk.Prompts);
        Assert.Equal(Told, Value(talk, "what")!.Text);
        Assert.Equal("report.where", talk.At);

        talk.Send("Sucre");
        Assert.Equal(("BO-010101", "Sucre"), (Value(talk, "where")!.Text, Value(talk, "where")!.Said));
        Assert.Equal("report.confirm", talk.At);
    }

    [Fact]
    public void A_place_named_within_it_is_found()
    {
        var talk = AtWhere().Send("en Tarabuco " + Told);

        Assert.Equal(["report.where_got", "report.confirm"], talk.Prompts);
        Assert.Equal("BO-010601", Value(talk, "where")!.Text);
        Assert.Null(Value(talk, "where")!.Said);
        Assert.Equal("en Tarabuco " + Told, Value(talk, "what")!.Text);
    }

    [Fact]
    public void A_name_of_several_places_within_it_is_asked_about()
    {
        var talk = AtWhere().Send("en san pedro " + Told).Send("2");

        Assert.Equal("BO-070505", Value(talk, "where")!.Text);
        Assert.Equal("report.confirm", talk.At);
    }

    [Fact]
    public void A_second_story_goes_on_without_a_place_and_keeps_both()
    {
        var talk = AtWhere().Send(Told).Send("y a su hermana menor también la tienen encerrada sin comer desde el domingo");

        Assert.Contains("hermana", Value(talk, "what")!.Text, StringComparison.Ordinal);
        talk.Send("0");
        Assert.Equal("report.confirm", talk.At);
    }

    [Theory]
    [InlineData("en la comunidad que está pasando el río, cerca de la escuela y la cancha grande")]
    [InlineData("por la casa de mi tía, al lado de la iglesia vieja")]
    public void How_to_get_there_is_a_place_and_no_story(string place)
    {
        var talk = AtWhere().Send(place);

        Assert.Equal(["shared.place_department"], talk.Prompts);
        Assert.Null(Value(talk, "what"));
    }

    private static Talk AtWhere() => new Talk(Book).Send("quiero denunciar").Send("2").Send("1");

    private static RememberedAnswer? Value(Talk talk, string name) => talk.Session.Runs[""].Frames[0].Values.GetValueOrDefault(name);
}
