using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Addresses;
using OutreachBot.Channels.Twilio;
using OutreachBot.Conversations;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Tests.Channels.Twilio;

public sealed class TwilioInboundTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    private readonly TwilioInbound _inbound = new(new TwilioMedia(Options.Create(new TwilioOptions())), new FakeTimeProvider(Now));

    [Fact]
    public void All_forty_forms_are_signed_and_all_messages_among_them_are_read()
    {
        var vectors = InboundVector.All();
        Assert.Equal(40, vectors.Count);
        Assert.All(vectors, v => Assert.True(new TwilioSignature([v.AuthToken]).Covers(v.Signature, v.Url, v.Form), v.Id));
        Assert.All(vectors.Where(v => !v.Kind.StartsWith("status", StringComparison.Ordinal)), v =>
        {
            var message = _inbound.Read(v.Form);
            Assert.NotNull(message);
            Assert.Equal(v.Kind.StartsWith("wa", StringComparison.Ordinal) ? ChannelKind.WhatsApp : ChannelKind.Sms, message.ShownOn);
            Assert.StartsWith("+", message.From.Value, StringComparison.Ordinal);
            Assert.Equal(Now, message.ReceivedAt);
        });
    }

    [Theory]
    [InlineData("a04", "Necesito información ¿me pueden llamar mañana?")]
    [InlineData("a11", " 2. ")]
    [InlineData("a13", "Buenas\nquiero preguntar\n")]
    [InlineData("a14", "<b>hola</b> & {{1}} %s")]
    [InlineData("a16", "")]
    [InlineData("a25", "gracias ❤️")]
    [InlineData("a26", "🙏🏽")]
    [InlineData("a28", "es este el anuncio")]
    public void Words_come_in_as_they_were_sent(string id, string text) => Assert.Equal(text, Read(id).Text);

    [Theory]
    [InlineData("a18", CarrierWord.Stop)]
    [InlineData("a19", CarrierWord.Stop)]
    [InlineData("a20", CarrierWord.Start)]
    [InlineData("a21", CarrierWord.Help)]
    [InlineData("a22", CarrierWord.None)]
    public void The_carriers_word_is_taken_from_its_own_field_only(string id, CarrierWord word) => Assert.Equal(word, Read(id).CarrierWord);

    [Theory]
    [InlineData("a23", AttachmentKind.Image)]
    [InlineData("a27", AttachmentKind.Voice)]
    [InlineData("a28", AttachmentKind.Image)]
    [InlineData("a29", AttachmentKind.Video)]
    [InlineData("a30", AttachmentKind.Document)]
    public void Media_are_known_by_their_type_and_named_without_a_number(string id, AttachmentKind kind)
    {
        var attachment = Assert.Single(Read(id).Attachments);
        Assert.Equal(kind, attachment.Kind);
        Assert.Matches("^twilio:AC[0-9a-f]{32}/MM[0-9a-f]{32}/ME[0-9a-f]{32}$", attachment.Handle);
    }

    [Theory]
    [InlineData("a31")]
    [InlineData("a32")]
    public void A_pin_keeps_its_degrees_and_loses_its_label(string id)
    {
        var message = Read(id);
        Assert.Equal(new Pin(-17.3895, -66.1568), message.Pin);
        Assert.Equal("", message.Text);
    }

    [Fact]
    public void A_pressed_button_and_a_list_row_are_choices()
    {
        Assert.Equal("lang:es", Read("a33").Choice);
        Assert.Equal("menu.report", Read("a34").Choice);
        Assert.Null(Read("a24").Choice);
    }

    [Fact]
    public void The_same_number_is_one_person_on_both_roads() => Assert.Equal(Read("a01").From.Identity, Read("a24").From.Identity);

    [Fact]
    public void A_business_scoped_id_hides_the_number_and_is_taken_as_it_is()
    {
        var message = Read(("From", "whatsapp:BR.1502576394655843"));
        Assert.Equal("BR.1502576394655843", message!.From.Value);
        Assert.Equal(Channel.WhatsApp, message.From.Channel);
    }

    [Theory]
    [InlineData("MessageSid")]
    [InlineData("AccountSid")]
    [InlineData("From")]
    public void A_form_without_what_makes_it_a_message_is_refused(string missing) =>
        Assert.Null(_inbound.Read(Form([.. Fields().Where(f => f.Name != missing)])));

    [Fact]
    public void A_repeated_name_is_refused() =>
        Assert.Null(_inbound.Read(Form([.. Fields(), ("Body", "otra cosa")])));

    [Fact]
    public void A_text_over_the_providers_limit_is_cut_and_not_within_a_character()
    {
        var text = new string('a', Twiml.MaxCharacters - 1) + "😀 y más";
        Assert.Equal(new string('a', Twiml.MaxCharacters - 1), Read(("Body", text))!.Text);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_tolerated()
    {
        var form = TwilioForm.TryParse("MessageSid=SM0123456789abcdef0123456789abcdef&AccountSid=AC0123456789abcdef0123456789abcdef&From=%2B59170000012&Body=%ED%A0%80%FFhola%00%zz%"u8)!;
        Assert.Contains("hola", _inbound.Read(form)!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example.org/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1")]
    [InlineData("http://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1")]
    [InlineData("https://api.twilio.com:8443/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1")]
    [InlineData("https://x@api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1")]
    [InlineData("https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/../../../../x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public void A_medium_elsewhere_is_known_by_kind_and_can_not_be_fetched(string url)
    {
        var message = Read(("NumMedia", "1"), ("MediaContentType0", "image/jpeg"), ("MediaUrl0", url))!;
        Assert.Equal(new Attachment(AttachmentKind.Other, ""), Assert.Single(message.Attachments));
    }

    [Theory]
    [InlineData("91", "0")]
    [InlineData("NaN", "0")]
    [InlineData("1e400", "0")]
    [InlineData("-16.5", "")]
    public void Degrees_off_the_globe_are_no_pin(string latitude, string longitude) =>
        Assert.Null(Read(("Latitude", latitude), ("Longitude", longitude))!.Pin);

    private InboundMessage Read(string id) => _inbound.Read(InboundVector.Named(id).Form)!;

    private InboundMessage? Read(params (string Name, string Value)[] fields) =>
        _inbound.Read(Form([.. Fields().Where(f => fields.All(g => g.Name != f.Name)), .. fields]));

    private static (string Name, string Value)[] Fields() =>
        [("MessageSid", "SM0123456789abcdef0123456789abcdef"), ("AccountSid", "AC0123456789abcdef0123456789abcdef"), ("From", "+59170000012"), ("Body", "Hola")];

    private static TwilioForm Form((string Name, string Value)[] fields) => TwilioForm.TryParse(Encoding.UTF8.GetBytes(
        string.Join('&', fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"))))!;
}
