using System.Text;
using OutreachBot.Channels.Android;

namespace OutreachBot.Tests.Channels.Android;

public sealed class GatewayVectorTests
{
    [Fact]
    public void Each_vector_is_let_in_or_kept_out_as_it_says()
    {
        var vectors = GatewayVector.All();
        Assert.Equal(20, vectors.Count);
        Assert.All(vectors, v => Assert.Equal((v.Id, v.Valid), (v.Id, IsLetIn(v))));
    }

    [Fact]
    public void Each_that_is_let_in_can_be_read_and_a_retry_has_the_id_of_the_first_try()
    {
        var events = GatewayVector.All().Where(v => v.Valid).ToDictionary(v => v.Id, v => GatewayEvent.TryParse(Encoding.UTF8.GetBytes(v.Body))!);
        Assert.All(events.Values, e => Assert.False(string.IsNullOrEmpty(e.Event) || string.IsNullOrEmpty(e.Id)));
        Assert.Equal(events["gate-plain"].Id, events["gate-retry"].Id);
        Assert.NotEqual(events["gate-plain"].Id, events["gate-same-text-other-event"].Id);
        Assert.Equal("mañana", events["gate-escaped-unicode"].Payload!.Message);
        Assert.Equal("🙏🏽", events["gate-emoji"].Payload!.Message);
    }

    [Theory]
    [InlineData("gate-plain", "+59170000012")]
    [InlineData("gate-local-number", "+59170000012")]
    [InlineData("gate-short-code", null)]
    [InlineData("gate-alpha", null)]
    public void The_sender_is_read_by_the_phones_country(string vector, string? sender)
    {
        var told = GatewayEvent.TryParse(Encoding.UTF8.GetBytes(GatewayVector.All().Single(v => v.Id == vector).Body))!;
        Assert.Equal(sender, GatewaySender.Read(told.Payload!.PhoneNumber, "BO")?.Value);
    }

    private static bool IsLetIn(GatewayVector vector) => new GatewaySignature(vector.Key).Covers(
        vector.Headers.GetValueOrDefault("X-Signature"), vector.Headers.GetValueOrDefault("X-Timestamp"), Encoding.UTF8.GetBytes(vector.Body),
        DateTimeOffset.FromUnixTimeSeconds(vector.Now));
}
