using System.Text;
using OutreachBot.Privacy;

namespace OutreachBot.Tests.Privacy;

public sealed class ServerKeyTests
{
    [Fact]
    public void A_key_is_32_bytes_raw_or_in_base64_with_white_space_around_it()
    {
        var raw = Enumerable.Range(1, 32).Select(i => (byte)i).ToArray();
        var base64 = Convert.ToBase64String(raw);

        Assert.Equal(base64, ServerKey.TryFrom(raw)?.Export());
        Assert.Equal(base64, ServerKey.TryFrom(Encoding.ASCII.GetBytes($" {base64}\r\n"))?.Export());
        Assert.Equal(base64, ServerKey.TryFrom(base64)?.Export());
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("AAAA")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=!")]
    public void Anything_else_is_no_key(string text) => Assert.Null(ServerKey.TryFrom(text));

    [Fact]
    public void Each_use_has_a_key_of_its_own()
    {
        using var key = ServerKey.Draw();

        Assert.Equal(key.DeriveBytes("one", 32), key.DeriveBytes("one", 32));
        Assert.NotEqual(key.DeriveBytes("one", 32), key.DeriveBytes("other", 32));
    }

    [Fact]
    public void A_key_does_not_print_itself()
    {
        using var key = ServerKey.Draw();

        Assert.Equal("[server key]", $"{key}");
    }
}
