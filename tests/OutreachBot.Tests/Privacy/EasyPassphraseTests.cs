using OutreachBot.Privacy.Passphrases;

namespace OutreachBot.Tests.Privacy;

public sealed class EasyPassphraseTests
{
    private static readonly string[] Names = ["Linea Tejido", "Elena Quispe Mamani", "Ana"];

    [Theory]
    [InlineData("1985061219850612")]
    [InlineData("12 34 56 78 90")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("gato-gato-gato")]
    [InlineData("qwertyuiop")]
    [InlineData("Asdfghjklñ2026")]
    [InlineData("poiuytrewq")]
    [InlineData("qwer asdf zxcv")]
    [InlineData("1q2w3e4r5t")]
    [InlineData("contraseña123")]
    [InlineData("LineaTejido2026")]
    [InlineData("linea tejido!")]
    [InlineData("Elena Quispe")]
    [InlineData("mamani-elena-1985")]
    [InlineData("OutreachBot1")]
    [InlineData("!!!!!!!!!!")]
    public void What_anybody_would_try_first_is_refused(string text) =>
        Assert.NotNull(EasyPassphrase.Fault(Passphrase.TryFrom(text)!, Names));

    [Theory]
    [InlineData("seven stones in a river")]
    [InlineData("a long walk to the river")]
    [InlineData("elena cuenta lechuzas de noche")]
    [InlineData("tres llamas y un tren verde 1985")]
    public void Words_that_nobody_would_put_together_are_taken(string text) =>
        Assert.Null(EasyPassphrase.Fault(Passphrase.TryFrom(text)!, Names));

    [Fact]
    public void What_is_drawn_is_never_easy() =>
        Assert.All(Enumerable.Range(0, 2_000), _ => Assert.Null(EasyPassphrase.Fault(Passphrase.Draw(), Names)));
}
