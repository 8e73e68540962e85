using System.Globalization;
using CsCheck;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Tests.Languages;

public sealed class TextCleanerTests
{
    private static readonly Gen<string> Anything = Gen.OneOf(
        Gen.String[0, 3000],
        Gen.String[Gen.Char['\u0000', '\uFFFF'], 0, 2500],
        Gen.String[Gen.Char["ab \n\r\t\u0000\u200B\u200D\u202E\uD83D\uDE4F\uFEFF\u0303ñ"], 0, 2500]);

    [Theory]
    [InlineData("a\u0000b\u0007c", "abc")]
    [InlineData("una\r\ndos\rtres\u2028cuatro", "una\ndos\ntres\ncuatro")]
    [InlineData("a\tb\u00A0c", "a b c")]
    [InlineData("\u202Ealto\u202C\u2066!\u2069", "alto!")]
    [InlineData("al\u200Bto\uFEFF\u00AD", "alto")]
    [InlineData("man\u0303ana", "mañana")]
    [InlineData("n\u200D\u0303", "ñ")]
    [InlineData("  hola \n", "hola")]
    [InlineData("hola 🙏", "hola 🙏")]
    [InlineData(null, "")]
    public void What_nobody_can_see_is_taken_out(string? raw, string expected) => Assert.Equal(expected, TextCleaner.Clean(raw));

    [Fact]
    public void Half_of_a_surrogate_pair_is_taken_out()
    {
        Assert.Equal("ab", TextCleaner.Clean("a" + '\uD83D' + "b"));
        Assert.Equal("ab", TextCleaner.Clean("a" + '\uDE4F' + "b"));
    }

    [Fact]
    public void A_text_that_is_too_long_is_cut_but_not_inside_a_pair()
    {
        var text = TextCleaner.Clean(new string('a', TextCleaner.MaxLength - 1) + "🙏🙏");
        Assert.Equal(new string('a', TextCleaner.MaxLength - 1), text);
    }

    [Fact]
    public void Cleaning_never_throws_and_leaves_nothing_unclean() =>
        Anything.Sample(raw =>
        {
            var clean = TextCleaner.Clean(raw);
            Assert.True(clean.Length <= TextCleaner.MaxLength);
            Assert.All(clean.EnumerateRunes(), rune => Assert.True(
                rune.Value == '\n' || System.Text.Rune.GetUnicodeCategory(rune) is not
                    (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate)));
            Assert.DoesNotContain('\uFFFD', Anew(clean));
        });

    // Half a pair becomes U+FFFD on the way through UTF-8.
    private static string Anew(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text.Replace("\uFFFD", "", StringComparison.Ordinal)));

    [Fact]
    public void Cleaning_twice_is_cleaning_once() =>
        Anything.Sample(raw => TextCleaner.Clean(TextCleaner.Clean(raw)) == TextCleaner.Clean(raw));
}
