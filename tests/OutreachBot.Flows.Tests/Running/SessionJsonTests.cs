using System.Text;
using System.Text.Json;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

public sealed class SessionJsonTests
{
    private static readonly FlowBook Book = SmallFlows.Book();

    [Fact]
    public void A_session_comes_back_as_it_was_written()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("2").Send("1").Send("san pedro").SendVoice().Send("hola, ñandú ✓");
        talk.After(TimeSpan.FromMinutes(20)).SendPin(-19.5, -65.25);
        talk.Session = talk.Session with { Links = new Dictionary<string, string> { ["tip"] = "t1" }, Version = 7, DriftsTo = "qu" };

        var bytes = SessionJson.Write(talk.Session);
        var read = SessionJson.Read(bytes);

        Assert.Equal(bytes, SessionJson.Write(read));
        Assert.Equal(talk.Session.Held!.Pin, read.Held!.Pin);
        Assert.Equal(talk.Session.LastAt, read.LastAt);
        Assert.Equal(talk.Session.Pace, read.Pace);
        Assert.Equal("t1", read.Links["tip"]);
    }

    [Fact]
    public void A_session_in_the_middle_of_a_report_takes_about_a_kilobyte()
    {
        var talk = new Talk(Book).Send("hola").Send("2").Send("2").Send("1").Send("Sucre").Send("mi vecina no sale nunca de la casa y llora de noche");

        Assert.InRange(SessionJson.Write(talk.Session).Length, 200, 1_200);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"future\":[1,2,{\"x\":null}]}")]
    [InlineData("{\"r\":null,\"k\":null,\"s\":null,\"n\":null,\"p\":null}")]
    public void What_is_missing_is_as_a_stranger_has_it_and_what_is_unknown_is_passed_over(string json) =>
        Assert.Equal(SessionJson.Write(Session.Stranger), SessionJson.Write(SessionJson.Read(Encoding.UTF8.GetBytes(json))));

    [Fact]
    public void An_old_session_with_half_a_frame_still_gets_an_answer()
    {
        var old = SessionJson.Read("""{"a":1795618800000,"r":[{"f":[{"f":"report"},{"f":"gone","s":"x"},null]}],"h":{"c":"yes"}}"""u8);
        var talk = new Talk(Book) { Session = old, Now = DateTimeOffset.FromUnixTimeMilliseconds(1795618860000) };

        Assert.NotEmpty(talk.Send("hola").Says);
    }

    [Fact]
    public void Damaged_bytes_are_told_as_such() =>
        Assert.Throws<JsonException>(() => SessionJson.Read("not json"u8));
}
