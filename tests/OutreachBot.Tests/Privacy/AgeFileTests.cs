using System.Text;
using CsCheck;
using OutreachBot.Privacy.Age;

namespace OutreachBot.Tests.Privacy;

public sealed class AgeFileTests
{
    private static readonly AgeIdentity Ana = AgeIdentity.Draw();
    private static readonly AgeIdentity Berta = AgeIdentity.Draw();
    private static readonly AgeIdentity Stranger = AgeIdentity.Draw();

    public static TheoryData<int> Sizes => [0, 1, 15, 16, 17, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_recipient_opens_what_was_sealed_and_a_stranger_does_not(int size)
    {
        var plain = Bytes(size);
        var file = AgeFile.Seal(plain, [Ana.Recipient, Berta.Recipient]);

        Assert.Equal(plain, AgeFile.Open(file, Ana).Plain);
        Assert.Equal(plain, AgeFile.Open(file, Berta).Plain);
        Assert.Equal(AgeFault.NoMatch, AgeFile.Open(file, Stranger).Fault);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task A_stream_is_sealed_like_bytes(int size)
    {
        var plain = Bytes(size);
        using var file = new MemoryStream();

        await AgeFile.SealAsync(new MemoryStream(plain), file, [Ana.Recipient], TestContext.Current.CancellationToken);

        Assert.Equal(plain, AgeFile.Open(file.ToArray(), Ana).Plain);
        Assert.Equal(AgeFile.Seal(plain, [Ana.Recipient]).Length, file.Length);
    }

    [Fact]
    public void A_file_that_was_changed_in_any_bit_does_not_open() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, int.MaxValue]).Sample((plain, where) =>
        {
            var file = AgeFile.Seal(plain, [Ana.Recipient, Berta.Recipient]);
            file[where / 8 % file.Length] ^= (byte)(1 << (where % 8));
            Assert.NotNull(AgeFile.Open(file, Ana).Fault);
        });

    [Fact]
    public void A_file_that_was_cut_or_goes_on_does_not_open()
    {
        var file = AgeFile.Seal("words"u8, [Ana.Recipient]);

        Assert.All(Enumerable.Range(0, file.Length), length => Assert.NotNull(AgeFile.Open(file.AsSpan(0, length), Ana).Fault));
        Assert.Equal(AgeFault.BadPayload, AgeFile.Open([.. file, 0], Ana).Fault);
    }

    [Fact]
    public void Whole_chunks_can_t_be_cut_off_swapped_or_left_out()
    {
        const int Sealed = 65_536 + 16;
        var file = AgeFile.Seal(Bytes((3 * 65_536) + 10), [Ana.Recipient]);
        var head = file.Length - ((3 * Sealed) + 10 + 16);
        byte[] Chunk(int i) => file[(head + (i * Sealed))..(head + ((i + 1) * Sealed))];

        Assert.Equal(AgeFault.BadPayload, AgeFile.Open(file.AsSpan(0, head + (3 * Sealed)), Ana).Fault);
        Assert.Equal(AgeFault.BadPayload, AgeFile.Open([.. file[..head], .. Chunk(1), .. Chunk(0), .. file[(head + (2 * Sealed))..]], Ana).Fault);
        Assert.Equal(AgeFault.BadPayload, AgeFile.Open([.. file[..head], .. file[(head + Sealed)..]], Ana).Fault);
    }

    [Fact]
    public void Any_bytes_are_a_result_and_never_an_exception() =>
        Gen.Byte.Array[0, 400].Sample(bytes => Assert.NotNull(AgeFile.Open(bytes, Ana).Fault));

    [Fact]
    public void A_header_broken_anywhere_is_a_result_and_never_an_exception()
    {
        var head = Encoding.Latin1.GetString(AgeFile.Seal("words"u8, [Ana.Recipient]));
        string[] splinters = ["\n", " ", "=", "-> ", "---", "\r\n", "A", "é", "\0", ""];
        Gen.Select(Gen.Int[0, 200], Gen.Int[0, splinters.Length - 1], Gen.Int[0, 3]).Sample((at, put, drop) =>
        {
            var broken = head[..at] + splinters[put] + head[Math.Min(head.Length, at + drop)..];
            if (broken != head)
            {
                Assert.NotNull(AgeFile.Open(Encoding.Latin1.GetBytes(broken), Ana).Fault);
            }
        });
    }

    [Fact]
    public void What_is_no_age_file_is_told_from_one_for_somebody_else()
    {
        Assert.Equal(AgeFault.NotAge, AgeFile.Open(default, Ana).Fault);
        Assert.Equal(AgeFault.NotAge, AgeFile.Open("age-encryption.org/v2\n"u8, Ana).Fault);
        Assert.Equal(AgeFault.BadHeader, AgeFile.Open("age-encryption.org/v1\n"u8, Ana).Fault);
        Assert.Equal(AgeFault.BadHeader, AgeFile.Open("age-encryption.org/v1\n--- "u8, Ana).Fault);
    }

    [Fact]
    public void Stanzas_of_a_kind_that_is_not_known_are_passed_over()
    {
        var fileKey = new byte[16];
        var signed = AgeHeader.WriteSigned([
            new AgeStanza(["q-grease", "x", "~"], new byte[48]),
            new AgeStanza(["other"], []),
            AgeKeys.Wrap(fileKey, Ana.Recipient)]);
        var nonce = new byte[16];
        using var key = AgeKeys.PayloadKey(fileKey, nonce);
        var box = new byte[5 + 16];
        new AgeChunks(key).Seal("words"u8, last: true, box);

        byte[] file = [.. AgeHeader.Write(signed, AgeKeys.Mac(fileKey, signed)), .. nonce, .. box];

        Assert.Equal("words"u8.ToArray(), AgeFile.Open(file, Ana).Plain);
    }

    [Fact]
    public void A_payload_that_ends_with_an_empty_chunk_is_refused()
    {
        var fileKey = new byte[16];
        var signed = AgeHeader.WriteSigned([AgeKeys.Wrap(fileKey, Ana.Recipient)]);
        var nonce = new byte[16];
        using var key = AgeKeys.PayloadKey(fileKey, nonce);
        var chunks = new AgeChunks(key);
        var (full, empty) = (new byte[65_536 + 16], new byte[16]);
        chunks.Seal(new byte[65_536], last: false, full);
        chunks.Seal([], last: true, empty);

        byte[] file = [.. AgeHeader.Write(signed, AgeKeys.Mac(fileKey, signed)), .. nonce, .. full, .. empty];

        Assert.Equal(AgeFault.BadPayload, AgeFile.Open(file, Ana).Fault);
    }

    [Fact]
    public void Keys_are_written_as_they_are_read()
    {
        for (var i = 0; i < 50; i++)
        {
            using var drawn = AgeIdentity.Draw();
            Assert.True(AgeIdentity.TryParse(drawn.Export(), out var read));
            Assert.Equal(drawn.Recipient, read.Recipient);
            Assert.True(AgeRecipient.TryParse(drawn.Recipient.Text, out var recipient));
            Assert.Equal(drawn.Recipient, recipient);
            Assert.Equal("[identity]", $"{drawn}");
        }
    }

    [Fact]
    public void A_key_with_any_letter_wrong_is_refused() =>
        Gen.Select(Gen.Int[0, 61], Gen.Char["023456789acdefghjklmnpqrstuvwxyz"]).Sample((at, letter) =>
        {
            var text = Ana.Recipient.Text.ToCharArray();
            if (text[at] == letter)
            {
                return;
            }
            text[at] = letter;
            Assert.False(AgeRecipient.TryParse(new string(text), out _));
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("age1")]
    [InlineData("1")]
    [InlineData("AGE-SECRET-KEY-1")]
    public void What_is_no_key_is_refused(string? text)
    {
        Assert.False(AgeRecipient.TryParse(text, out _));
        Assert.False(AgeIdentity.TryParse(text, out _));
    }

    [Fact]
    public void A_key_in_mixed_case_or_of_low_order_is_refused()
    {
        var text = Ana.Recipient.Text;

        Assert.False(AgeRecipient.TryParse(text[..20] + text[20..].ToUpperInvariant(), out _));
        Assert.False(AgeRecipient.TryParse(text.ToUpperInvariant(), out _));
        Assert.False(AgeRecipient.TryParse(Bech32.Encode("age", new byte[32]), out _));
    }

    private static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return bytes;
    }
}
