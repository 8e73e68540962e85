using OutreachBot.Conversations;
using OutreachBot.Flows.Running;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Conversations;

public sealed class AddressingTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly ConversationParts _line;

    public AddressingTests() => _line = new ConversationParts(_store);

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("1 KT47", "1")]
    [InlineData("KT47 1", "1")]
    [InlineData("kt 47 1", "1")]
    [InlineData("1kt47", "1")]
    [InlineData("1, kt-47.", "1")]
    [InlineData("KT47: no puedo ir", "no puedo ir")]
    public async Task An_alert_is_answered_by_its_code_however_it_is_written(string text, string rest)
    {
        Defender("KT47", "PQ12");

        Assert.Equal($"KT47/alert/offer: {rest}", await SayAsync(text));
    }

    [Fact]
    public async Task The_code_alone_shows_where_it_stands()
    {
        Defender("KT47");

        await SayAsync("kt47");

        Assert.Null(Assert.IsType<Enter>(Assert.Single(_line.Engine.Inputs)).Then);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("en 20 minutos llego")]
    [InlineData("tengo 1 duda")]
    [InlineData("PQ99 1")]
    public async Task Where_two_wait_nothing_but_a_code_that_is_hers_answers_an_alert(string text)
    {
        Defender("KT47", "PQ12");

        Assert.Equal($"0: {text}", await SayAsync(text));
    }

    [Fact]
    public async Task A_bare_digit_answers_the_only_alert_when_nothing_else_is_open()
    {
        Defender("KT47");

        Assert.Equal("KT47/alert/offer: 1", await SayAsync("1"));
    }

    [Fact]
    public async Task A_bare_digit_in_a_conversation_is_for_the_conversation()
    {
        Defender("KT47");
        Opens("");
        await SayAsync("aviso de taller");
        _line.Engine.Does = (_, _, _) => null;

        Assert.Equal("1: 1", await SayAsync("1"));
    }

    [Fact]
    public async Task A_word_is_no_answer_to_an_alert()
    {
        Defender("KT47");

        Assert.Equal("0: turno", await SayAsync("turno"));
    }

    [Fact]
    public async Task Further_answers_by_code_go_on_where_the_first_led()
    {
        Defender("KT47");
        Opens("KT47");
        await SayAsync("1 KT47");
        _line.Engine.Does = (_, _, _) => null;

        await SayAsync("2 KT47");

        Assert.Equal("2", Assert.IsType<Message>(_line.Engine.Inputs[^1]).Text);
    }

    [Fact]
    public async Task A_new_unasked_message_about_the_case_is_answered_where_it_asks()
    {
        Defender("KT47");
        Opens("KT47");
        await SayAsync("1 KT47");
        _line.Alerts[0] = new OpenAlert("KT47", "second", new EntryPoint("alert", "answer", Nothing));
        _line.Engine.Does = (_, _, _) => null;

        Assert.Equal("KT47/alert/answer: 1", await SayAsync("1 KT47"));
    }

    [Fact]
    public async Task A_stranger_who_writes_a_code_answers_nothing()
    {
        _line.Alerts.Add(Alert("KT47"));

        Assert.Equal("0: 1 KT47", await SayAsync("1 KT47"));
    }

    [Fact]
    public async Task A_bare_digit_of_a_reporter_answers_what_waits_for_her()
    {
        _line.PendingEntry = new EntryPoint("follow_up", "pending", Nothing);

        Assert.Equal("/follow_up/pending: 1", await SayAsync("1"));
        Assert.Equal("/follow_up/pending: leer", await SayAsync("leer"));
        Assert.Equal("/follow_up/pending: ", await SayAsync("hola"));
        Assert.Equal("3: otra cosa", await SayAsync("otra cosa"));
    }

    [Fact]
    public async Task A_bare_digit_of_a_reporter_in_a_conversation_is_for_the_conversation()
    {
        Opens("");
        await SayAsync("hola");
        _line.Engine.Does = (_, _, _) => null;
        _line.PendingEntry = new EntryPoint("follow_up", "pending", Nothing);

        Assert.Equal("1: 1", await SayAsync("1"));
    }

    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    private static OpenAlert Alert(string code) => new(code, "first", new EntryPoint("alert", "offer", Nothing));

    private void Defender(params string[] codes)
    {
        _line.Responders.Add(ConversationParts.Phone());
        _line.Alerts.AddRange(codes.Select(Alert));
    }

    /// <summary>The next turns leave a run open under a key.</summary>
    private void Opens(string key) => _line.Engine.Does = (session, _, context) => FakeEngine.Says(session, context, "open") with
    {
        Session = session with { Runs = FakeEngine.Open(key), Focus = key, LastAt = context.Now },
    };

    private async Task<string> SayAsync(string text) => (await _line.SendAsync(text)).Says[0].Text;
}
