using CsCheck;
using OutreachBot.Addresses;

namespace OutreachBot.Tests.Privacy;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+59171234567", null, "+59171234567", "BO", PhoneKind.Mobile)]
    [InlineData("71234567", "BO", "+59171234567", "BO", PhoneKind.Mobile)]
    [InlineData("00 591 7123-4567", "BO", "+59171234567", "BO", PhoneKind.Mobile)]
    [InlineData("5123 4567", "GT", "+50251234567", "GT", PhoneKind.Mobile)]
    [InlineData("+502 2412 3456", null, "+50224123456", "GT", PhoneKind.Other)]
    [InlineData("+591 4 4123456", "GT", "+59144123456", "BO", PhoneKind.Other)]
    public void A_number_is_read_as_people_write_it(string text, string? country, string e164, string owner, PhoneKind kind)
    {
        var number = PhoneNumber.TryFrom(text, country);

        Assert.Equal(e164, number?.E164);
        Assert.Equal(owner, number?.Country);
        Assert.Equal(kind, number?.Kind);
    }

    [Theory]
    [InlineData(null, "BO")]
    [InlineData("", "BO")]
    [InlineData("   ", "BO")]
    [InlineData("hola", "BO")]
    [InlineData("71234567", null)]
    [InlineData("+591123", null)]
    [InlineData("+59171234567 ext. 12", null)]
    [InlineData("+999123456789", null)]
    [InlineData("71234567", "XX")]
    public void What_no_plan_knows_is_no_number(string? text, string? country) => Assert.Null(PhoneNumber.TryFrom(text, country));

    [Fact]
    public void Reading_takes_anything() =>
        Gen.Select(Gen.String, Gen.Int[0, 2]).Sample((text, plan) =>
            Assert.True(PhoneNumber.TryFrom(text, plan switch { 0 => "BO", 1 => "GT", _ => null }) is null or { E164.Length: > 4 }));

    [Fact]
    public void A_number_prints_as_nothing()
    {
        var number = PhoneNumber.TryFrom("+59171234567", null)!;

        Assert.Equal("[phone]", $"{number}");
        Assert.Equal(number.E164, number.On(Channel.Sms).Value);
        Assert.Equal("[address]", $"{number.On(Channel.Sms)}");
    }
}
