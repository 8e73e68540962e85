using System.Security.Cryptography;
using System.Text;
using CsCheck;
using OutreachBot.Channels.Twilio;

namespace OutreachBot.Tests.Channels.Twilio;

public sealed class TwilioSignatureTests(ITestOutputHelper output)
{
    private const string Token = "a1b2c3d4e5f60718293a4b5c6d7e8f90";
    private const string Url = "https://bot.example.org/channels/twilio/messages";

    [Fact]
    public void Every_vector_is_judged_as_the_provider_judges_it()
    {
        var vectors = SignatureVector.All();
        Assert.Equal(60, vectors.Count);
        foreach (var vector in vectors.Where(v => v.Optional))
        {
            output.WriteLine($"optional {vector.Id}: {(vector.IsAccepted() ? "accepted" : "refused")}");
        }
        var wrong = vectors.Where(v => !v.Optional && v.IsAccepted() != v.Valid).Select(v => v.Id);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Form_fields_are_decoded_as_the_vectors_say()
    {
        var read = 0;
        foreach (var vector in SignatureVector.All().Where(v => v is { Valid: true, Optional: false, Params: not null }))
        {
            var form = TwilioForm.TryParse(Encoding.UTF8.GetBytes(vector.Body!))!;
            foreach (var pair in vector.Params!)
            {
                Assert.Equal(pair[1], form.Get(Encoding.UTF8.GetBytes(pair[0])));
                read++;
            }
        }
        Assert.True(read > 300, $"only {read} fields were read");
    }

    [Fact]
    public void While_tokens_are_exchanged_either_may_sign()
    {
        var form = TwilioForm.TryParse("MessageSid=SM1&From=%2B1"u8)!;
        var both = new TwilioSignature(["new", "old"]);
        Assert.True(both.Covers(Sign("old", Url, ("MessageSid", "SM1"), ("From", "+1")), Url, form));
        Assert.True(both.Covers(Sign("new", Url, ("MessageSid", "SM1"), ("From", "+1")), Url, form));
        Assert.False(both.Covers(Sign("third", Url, ("MessageSid", "SM1"), ("From", "+1")), Url, form));
    }

    [Fact]
    public void Without_a_token_nothing_is_right()
    {
        var form = TwilioForm.TryParse("MessageSid=SM1"u8)!;
        Assert.False(new TwilioSignature([]).Covers(Sign("", Url, ("MessageSid", "SM1")), Url, form));
    }

    [Fact]
    public void Any_form_signed_by_the_book_is_accepted_and_any_change_of_it_refused() =>
        Gen.Select(Gen.Dictionary(Gen.String[Gen.Char, 1, 12], Gen.String)[0, 12], Gen.Int[0, 1 << 20], Gen.Int[1, 255]).Sample((fields, where, by) =>
        {
            // Lone surrogates have no bytes in UTF-8, so the provider can't send them.
            var clean = fields
                .Select(f => (Name: Clean(f.Key), Value: Clean(f.Value)))
                .DistinctBy(f => f.Name).Where(f => f.Name.Length > 0).ToArray();
            var body = string.Join('&', clean.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"));
            var header = Sign(Token, Url, clean);
            var signature = new TwilioSignature([Token]);
            Assert.True(signature.Covers(header, Url, TwilioForm.TryParse(Encoding.UTF8.GetBytes(body))!));

            var bytes = Convert.FromBase64String(header);
            bytes[where % bytes.Length] ^= (byte)by;
            Assert.False(signature.Covers(Convert.ToBase64String(bytes), Url, TwilioForm.TryParse(Encoding.UTF8.GetBytes(body))!));
            Assert.False(signature.Covers(header, Url, TwilioForm.TryParse(Encoding.UTF8.GetBytes(body + "&Injected=1"))!));
        });

    [Fact]
    public void Names_that_are_no_utf8_are_two_names_and_both_are_signed()
    {
        var form = TwilioForm.TryParse([0xFF, (byte)'=', (byte)'x', (byte)'&', 0xAC, (byte)'=', (byte)'x'])!;
        var signed = new byte[form.MaxSignedLength];

        // Decoded, both are U+FFFD: the second would pass for the first one repeated, and be left out of what is signed.
        Assert.Equal([0xAC, (byte)'x', 0xFF, (byte)'x'], signed[..form.CopySigned(signed)]);
    }

    [Fact]
    public void Any_bytes_at_all_parse_without_an_exception() =>
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            var form = TwilioForm.TryParse(bytes);
            Assert.False(form is not null && new TwilioSignature([Token]).Covers("AAAAAAAAAAAAAAAAAAAAAAAAAAA=", Url, form));
        });

    private static string Clean(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>The rule of the provider's documentation, written the slow way.</summary>
    private static string Sign(string token, string url, params (string Name, string Value)[] fields) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(
            url + string.Concat(fields.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => f.Name + f.Value)))));
}
