using Microsoft.Extensions.Options;
using OutreachBot.Doctor;
using OutreachBot.Settings;

namespace OutreachBot.Channels.Twilio;

/// <summary>The provider can reach us, and knows us when it does. Whether its settings are well-formed, the start has checked.</summary>
internal sealed class TwilioCheck(IOptions<TwilioOptions> twilio, Roads roads, IOptions<PublicOptions> site, Judgement judgement) : IDoctorCheck
{
    public string Name => "provider";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) =>
        roads.HasAny && !twilio.Value.IsConfigured ? [] : Judge(twilio.Value, site.Value.PublicUrl, await judgement.IsDemoAsync(cancellationToken));

    internal static IReadOnlyList<Finding> Judge(TwilioOptions twilio, Uri? site, bool isDemo)
    {
        if (!twilio.IsConfigured)
        {
            return
            [
                Finding.FaultUnless(
                    isDemo,
                    "No provider is set: nobody can write to the line but on the simulator.",
                    "Set Twilio__AccountSid, Twilio__AuthToken and Twilio__From, or a gateway phone (Android__Devices__0__Id and the others)."),
            ];
        }
        var findings = new List<Finding>();
        if (twilio.From is null && twilio.WhatsAppFrom is null)
        {
            findings.Add(Finding.Fault("The line has no number of its own: alerts can't be sent.", "Set Twilio__From, Twilio__WhatsAppFrom, or both."));
        }
        if (site is null)
        {
            findings.Add(Finding.Fault(
                "PublicUrl is not set: behind a proxy the provider's signatures fail, and it is not told where to say what became of a message.",
                "Set PublicUrl to the address that the provider calls, like https://line.example.org"));
        }
        else if (site.Scheme != Uri.UriSchemeHttps && !site.IsLoopback)
        {
            findings.Add(Finding.Fault("PublicUrl is plain http: whoever listens on the way reads what is told.", "Put a proxy with a certificate before the server, and write https://"));
        }
        if (findings.Count == 0)
        {
            findings.Add(Finding.Note(
                "By default the provider gives up on a message after one failed call.",
                $"In its console set the webhook to {site!.AbsoluteUri.TrimEnd('/')}/channels/twilio/messages#rc=3&rp=all&rt=5000 and the fallback to …/channels/twilio/fallback"));
        }
        return findings;
    }
}
