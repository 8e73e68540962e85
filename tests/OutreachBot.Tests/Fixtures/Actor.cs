using OutreachBot.Addresses;
using OutreachBot.Alerts;
using OutreachBot.Effects;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Running;
using OutreachBot.Responders;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Fixtures;

/// <summary>Somebody with a phone and a session, who has flows call effects for her.</summary>
internal sealed class Actor(TipHouse house, Address address)
{
    public Address Address => address;

    public Session Session { get; private set; } = Session.Stranger;

    public Responder OnFile => house.Responders.FindByAddress(null!, address)!;

    /// <summary>Prompts of all she was sent unasked, with their values: <c>offer KT47 BO-020101 urgency_high</c>.</summary>
    public IReadOnlyList<string> Inbox => house.Sent.To(address);

    /// <summary>Prompts alone.</summary>
    public IReadOnlyList<string> Prompts => [.. Inbox.Select(m => m.Split(' ')[0])];

    /// <summary>The code of the last alert she was sent.</summary>
    public string Code => Inbox.Last(m => m.Contains(' ')).Split(' ')[1];

    public async Task<string> DoAsync(string effect, params (string Name, string Value)[] with) => (await ResultAsync(effect, "", with)).Outcome;

    public async Task<EffectResult> ResultAsync(string effect, string run, params (string Name, string Value)[] with)
    {
        var arguments = with.ToDictionary(
            w => w.Name, w => new RememberedAnswer(ValueKind.Text, Flows.Definitions.Privacy.Sealed, w.Value, null, []), StringComparer.Ordinal);
        var result = await house.DoAsync(this, new EffectCall(effect, run, arguments));
        var links = new Dictionary<string, string>(Session.Links, StringComparer.Ordinal);
        foreach (var (name, value) in result.Links)
        {
            links.Remove(name);
            if (value is not null)
            {
                links.Add(name, value);
            }
        }
        Session = Session with { Links = links };
        return result;
    }

    /// <summary>Answers the last alert she was sent.</summary>
    public async Task<string> AnswerAsync(string effect, params (string Name, string Value)[] with) =>
        (await ResultAsync(effect, Code, with)).Outcome;

    /// <returns>The code of her receipt.</returns>
    public async Task<string> SubmitAsync(params (string Name, string Value)[] with) =>
        (await ResultAsync("submit_tip", "", [("story", "lo que vi"), ("where", "BO-020101"), .. with.Where(w => w.Name is not ("story" or "where"))])).Gives["code"];

    public async Task<string> SubmitWithoutPlaceAsync(params (string Name, string Value)[] with) =>
        (await ResultAsync("submit_tip", "", [("story", "lo que vi"), .. with])).Gives["code"];

    public void Forgets() => Session = Session.Stranger;

    public async Task<IReadOnlyList<Alert>> AlertsAsync() =>
        [.. (await house.RunAsync(house.Get<ITipStore>().All))
            .SelectMany(t => house.RunAsync(u => house.Get<IAlertStore>().OfTip(u, t.Id)).GetAwaiter().GetResult())
            .Where(a => a.Responder == OnFile.Id)];
}
