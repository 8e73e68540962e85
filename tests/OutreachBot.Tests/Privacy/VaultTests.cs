using CsCheck;
using OutreachBot.Privacy;

namespace OutreachBot.Tests.Privacy;

public sealed class VaultTests
{
    private static readonly Vault Ours = new(ServerKey.Draw());

    [Fact]
    public void What_is_locked_is_unlocked_under_the_same_purpose_and_context() =>
        Gen.Select(Gen.Byte.Array, Gen.Byte.Array, Gen.Enum<VaultPurpose>()).Sample((plain, context, purpose) =>
            Assert.Equal(plain, Ours.Unlock(purpose, context, Ours.Lock(purpose, context, plain))));

    [Fact]
    public void A_box_that_was_changed_in_any_bit_does_not_open() =>
        Gen.Select(Gen.Byte.Array[1, 100], Gen.Int[0, int.MaxValue]).Sample((plain, where) =>
        {
            var box = Ours.Lock(VaultPurpose.Session, "row"u8, plain);
            box[where / 8 % box.Length] ^= (byte)(1 << (where % 8));
            Assert.Null(Ours.Unlock(VaultPurpose.Session, "row"u8, box));
        });

    [Fact]
    public void A_box_that_was_cut_does_not_open()
    {
        var box = Ours.Lock(VaultPurpose.Session, "row"u8, "words"u8);

        Assert.All(Enumerable.Range(0, box.Length), length => Assert.Null(Ours.Unlock(VaultPurpose.Session, "row"u8, box.AsSpan(0, length))));
    }

    [Fact]
    public void A_box_put_into_another_row_or_used_for_another_purpose_does_not_open()
    {
        var box = Ours.Lock(VaultPurpose.Session, "row 1"u8, "words"u8);

        Assert.Null(Ours.Unlock(VaultPurpose.Session, "row 2"u8, box));
        Assert.Null(Ours.Unlock(VaultPurpose.Relay, "row 1"u8, box));
    }

    [Fact]
    public void Another_installation_s_key_opens_nothing()
    {
        using var theirs = new Vault(ServerKey.Draw());

        Assert.Null(theirs.Unlock(VaultPurpose.Session, "row"u8, Ours.Lock(VaultPurpose.Session, "row"u8, "words"u8)));
    }

    [Fact]
    public void The_same_words_never_look_the_same_twice() =>
        Assert.NotEqual(
            Ours.Lock(VaultPurpose.Session, "row"u8, "words"u8),
            Ours.Lock(VaultPurpose.Session, "row"u8, "words"u8));

    [Fact]
    public void The_vault_is_one_for_all_threads()
    {
        var plain = new byte[1024];
        Parallel.For(0, 2_000, i =>
        {
            var context = BitConverter.GetBytes(i);
            Assert.Equal(plain, Ours.Unlock(VaultPurpose.Session, context, Ours.Lock(VaultPurpose.Session, context, plain)));
        });
    }
}
