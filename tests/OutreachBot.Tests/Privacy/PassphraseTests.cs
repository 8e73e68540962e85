using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Passphrases;

namespace OutreachBot.Tests.Privacy;

public sealed class PassphraseTests
{
    private static readonly PassphraseCost Cheap = SealParts.Cheap;

    [Fact]
    public void A_secret_key_is_unwrapped_by_its_passphrase_and_by_no_other()
    {
        using var identity = AgeIdentity.Draw();
        var wrapped = WrappedSecret.Wrap(identity, Of("correct horse battery"), Cheap);

        Assert.Equal(identity.Export(), WrappedSecret.TryUnwrap(wrapped, Of("correct horse battery"), identity.Recipient)?.Export());
        Assert.Null(WrappedSecret.TryUnwrap(wrapped, Of("correct horse batterz"), identity.Recipient));
    }

    [Fact]
    public void A_wrapped_key_that_was_changed_cut_or_is_somebody_else_s_is_not_unwrapped()
    {
        using var identity = AgeIdentity.Draw();
        using var other = AgeIdentity.Draw();
        var wrapped = WrappedSecret.Wrap(identity, Of("correct horse battery"), Cheap);

        Assert.Null(WrappedSecret.TryUnwrap(wrapped, Of("correct horse battery"), other.Recipient));
        for (var i = 0; i < wrapped.Length; i++)
        {
            var changed = wrapped.ToArray();
            changed[i] ^= 0x80;
            Assert.Null(WrappedSecret.TryUnwrap(changed, Of("correct horse battery"), identity.Recipient));
            Assert.Null(WrappedSecret.TryUnwrap(wrapped.AsSpan(0, i), Of("correct horse battery"), identity.Recipient));
        }
    }

    [Fact]
    public void The_normal_cost_is_what_the_threat_model_says() => Assert.Equal(new PassphraseCost(65_536, 3), PassphraseCost.Normal);

    [Fact]
    public void A_passphrase_is_the_same_however_its_letters_were_composed_and_without_the_line_s_end() =>
        Assert.Equal(Of("señal de tránsito").Reveal(), Of("sen\u0303al de tra\u0301nsito\r\n").Reveal());

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public void What_can_t_be_typed_is_no_passphrase(string text) => Assert.Null(Passphrase.TryFrom(text));

    [Fact]
    public void Half_a_character_is_no_passphrase() => Assert.Null(Passphrase.TryFrom("lone " + (char)0xd800 + " half"));

    [Fact]
    public void A_passphrase_that_is_drawn_can_be_typed_and_is_never_the_same()
    {
        var drawn = Enumerable.Range(0, 200).Select(_ => Passphrase.Draw().Reveal()).ToList();

        Assert.Equal(drawn.Count, drawn.Distinct().Count());
        Assert.All(drawn, d => Assert.Matches("^([2-9a-hjkmnp-z]{5}-){3}[2-9a-hjkmnp-z]{5}$", d));
        Assert.Equal("[passphrase]", $"{Of("secret words")}");
    }

    private static Passphrase Of(string text) => Passphrase.TryFrom(text)!;
}
