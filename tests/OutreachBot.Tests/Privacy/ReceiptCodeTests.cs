using CsCheck;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Receipts;

namespace OutreachBot.Tests.Privacy;

public sealed class ReceiptCodeTests
{
    private static readonly Gen<string> Digits = Gen.Char['0', '9'].Array[9].Select(d => new string(d));

    [Fact]
    public void The_check_digit_of_the_published_example_is_right() => Assert.Equal('4', Damm.CheckDigit("572"));

    [Fact]
    public void Every_single_wrong_digit_is_found() =>
        Gen.Select(Digits, Gen.Int[0, 9], Gen.Int[1, 9]).Sample((digits, where, by) =>
        {
            var code = (digits + Damm.CheckDigit(digits)).ToCharArray();
            Assert.True(Damm.IsRight(code));
            code[where] = (char)('0' + ((code[where] - '0' + by) % 10));
            Assert.False(Damm.IsRight(code));
        });

    [Fact]
    public void Every_swap_of_neighbours_is_found() =>
        Gen.Select(Digits, Gen.Int[0, 8]).Sample((digits, where) =>
        {
            var code = (digits + Damm.CheckDigit(digits)).ToCharArray();
            if (code[where] == code[where + 1])
            {
                return;
            }
            (code[where], code[where + 1]) = (code[where + 1], code[where]);
            Assert.False(Damm.IsRight(code));
        });

    [Fact]
    public void A_code_that_is_drawn_looks_like_a_customer_number_and_not_like_a_phone()
    {
        for (var i = 0; i < 5_000; i++)
        {
            var code = ReceiptCode.Draw();
            Assert.Matches("^[1-9][0-9]{2}-[0-9]{3}-[0-9]{4}$", code.Grouped);
            Assert.DoesNotContain(code.Digits[..3], new[] { "591", "502", "800" });
            Assert.Equal("[code]", $"{code}");
        }
    }

    [Theory]
    [InlineData("1234567894")]
    [InlineData("123-456-7894")]
    [InlineData("123-456-7894.")]
    [InlineData("  123 456 7894\n")]
    [InlineData("1 2 3 4 5 6 7 8 9 4")]
    [InlineData("123.456.7894")]
    [InlineData("(123) 456–7894")]
    [InlineData("mi código es 123-456-7894, gracias")]
    [InlineData("codigo:123-456-7894")]
    [InlineData("l23-456-7894")]
    [InlineData("I23 456 7894")]
    [InlineData("１２３-４５６-７８９４")]
    [InlineData("1234567891 o 123-456-7894")]
    public void A_code_is_read_however_it_is_written(string text)
    {
        var reading = CodeReading.Of(text);

        Assert.Equal(CodeShape.Right, reading.Shape);
        Assert.Equal("1234567894", reading.Code?.Digits);
    }

    [Fact]
    public void The_letter_o_is_read_as_zero()
    {
        var digits = "10203040O".Replace('O', '0');
        var code = digits + Damm.CheckDigit(digits);

        Assert.Equal(code, CodeReading.Of(code.Replace('0', 'O')).Code?.Digits);
        Assert.Equal(code, CodeReading.Of(code.Replace('0', 'o')).Code?.Digits);
    }

    [Theory]
    [InlineData("123-456-7890", CodeShape.Typo)]
    [InlineData("213-456-7894", CodeShape.Typo)]
    [InlineData("123-456-789", CodeShape.NoCode)]
    [InlineData("123-456-78945", CodeShape.NoCode)]
    [InlineData("123 algo 4567894", CodeShape.NoCode)]
    [InlineData("oooooooooo", CodeShape.NoCode)]
    [InlineData("BORRAR", CodeShape.NoCode)]
    [InlineData("", CodeShape.NoCode)]
    public void A_typo_is_told_from_what_is_no_code(string text, CodeShape shape)
    {
        var reading = CodeReading.Of(text);

        Assert.Equal(shape, reading.Shape);
        Assert.Null(reading.Code);
    }

    [Fact]
    public void Reading_takes_anything() =>
        Gen.String.Sample(text => Assert.Equal(CodeReading.Of(text).Shape is CodeShape.Right, CodeReading.Of(text).Code is not null));

    [Fact]
    public void A_code_is_found_again_by_its_hash_under_the_same_server_key_only()
    {
        using var server = ServerKey.Draw();
        using var ours = new ReceiptCodes(server);
        using var again = new ReceiptCodes(server);
        using var theirs = new ReceiptCodes(ServerKey.Draw());
        var (code, hash) = ours.Draw();

        Assert.Equal(ReceiptCodes.HashSize, hash.Length);
        Assert.Equal(hash, ours.HashOf(code));
        Assert.Equal(hash, again.HashOf(code));
        Assert.NotEqual(hash, theirs.HashOf(code));
        Assert.NotEqual(hash, ours.HashOf(ReceiptCode.Draw()));
    }

    [Fact]
    public async Task Codes_are_made_ahead_of_need_and_each_is_given_once()
    {
        using var codes = new ReceiptCodes(ServerKey.Draw());
        using var stop = new CancellationTokenSource();
        var filling = codes.Ready.FillAsync(stop.Token);
        while (codes.Ready.Count < ReadyCodes.Capacity)
        {
            await Task.Yield();
        }

        var drawn = Enumerable.Range(0, 2 * ReadyCodes.Capacity).Select(_ => codes.Draw()).ToList();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => filling);
        Assert.Equal(drawn.Count, drawn.Select(d => d.Code).Distinct().Count());
        Assert.All(drawn.Take(20), d => Assert.Equal(d.Hash, codes.HashOf(d.Code)));
    }
}
