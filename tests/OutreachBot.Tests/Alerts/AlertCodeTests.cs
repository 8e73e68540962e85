using OutreachBot.Alerts;

namespace OutreachBot.Tests.Alerts;

public sealed class AlertCodeTests
{
    [Fact]
    public void A_code_is_two_letters_and_two_digits_that_nobody_misreads()
    {
        for (var i = 0; i < 1000; i++)
        {
            Assert.Matches("^[CDFGHJKLMNPRTVWX]{2}[2-9]{2}$", AlertCode.Draw().ToString());
        }
    }

    [Fact]
    public void A_code_is_read_in_any_case()
    {
        Assert.True(AlertCode.TryParse(" kt47 ", out var code));
        Assert.Equal("KT47", code.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K447")]
    [InlineData("KT4")]
    [InlineData("KT477")]
    [InlineData("KT40")]
    [InlineData("IO47")]
    public void Anything_else_is_no_code(string? text) => Assert.False(AlertCode.TryParse(text, out _));
}
