using OutreachBot.Flows.Languages;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Tips;

public sealed class SealedTipTests
{
    [Fact]
    public void What_was_told_comes_back_from_its_document()
    {
        var told = Told("ocurrió aquí") with { Place = new SealedPlace("BO-020101", "por la cancha", "puente"), Media = [new("voice", "m1")] };

        var back = SealedTip.TryRead(told.ToJson());

        Assert.NotNull(back);
        Assert.Equal(told.Story, back.Story);
        Assert.Equal(told.Place, back.Place);
        Assert.Equal(told.Media, back.Media);
    }

    [Fact]
    public void The_document_reads_by_itself_when_stock_age_has_opened_it() =>
        Assert.StartsWith("""{"part":"told","order":0,"language":"es","story":"algo",""", Told("algo").ToText());

    [Theory]
    [InlineData("primero", "después", "primero\ndespués")]
    [InlineData("primero", "primero\ndespués", "primero\ndespués")]
    [InlineData("primero", null, "primero")]
    [InlineData(null, "después", "después")]
    public void What_was_told_before_is_kept_and_said_once(string? before, string? later, string expected) =>
        Assert.Equal(expected, Told(before).FollowedBy(Told(later)).Story);

    [Fact]
    public void Bytes_that_are_no_document_read_as_none() => Assert.Null(SealedTip.TryRead("{"u8));

    private static SealedTip Told(string? story) => SealedTip.Of(SealedPart.Told, 0, LanguageTag.Spanish, story);
}
