using System.Globalization;
using Microsoft.Extensions.Options;
using OutreachBot.Doctor;
using OutreachBot.Settings;
using OutreachBot.Transactions;

namespace OutreachBot.Channels.Android;

/// <summary>The phones are there, and how much they may send. Whether their settings are well-formed, the start has checked.</summary>
internal sealed class GatewayCheck(GatewayPhones phones, GatewaySightings sightings, ITransactions transactions, IOptions<PublicOptions> site) : IDoctorCheck
{
    public string Name => "gateway phones";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var phone in phones.All)
        {
            var (last, silence) = await transactions.RunAsync(u => (sightings.LastOf(u, phone), sightings.SilenceOf(u, phone)), cancellationToken);
            findings.AddRange(Judge(phone.Device, last, silence, site.Value.PublicUrl));
        }
        return findings;
    }

    internal static IEnumerable<Finding> Judge(GatewayDevice device, DateTimeOffset? last, TimeSpan? silence, Uri? site)
    {
        if (last is null)
        {
            yield return Finding.Fault(
                $"The phone {device.Id} has never called.",
                $"Register its webhooks at {site?.AbsoluteUri.TrimEnd('/') ?? "https://…"}/channels/android/{device.Id} (docs/operate.md), and switch its ping on.");
        }
        else if (silence is { } time)
        {
            yield return Finding.Fault(
                string.Create(CultureInfo.InvariantCulture, $"Nothing has been heard of the phone {device.Id} for {time.TotalMinutes:0} minutes."),
                "See that it is on, charged, on the network, and that its app runs; messages wait meanwhile.");
        }
        if (device.PartsPer30Minutes == GatewayOptions.AndroidsBound)
        {
            yield return Finding.Note(
                $"The phone {device.Id} sends at most {GatewayOptions.AndroidsBound} parts in 30 minutes: about 20 short conversations an hour.",
                "Raise Android's bound on the phone (docs/operate.md) and say the same number in PartsPer30Minutes, or add a phone.");
        }
        yield return Finding.Note(
            $"The phone {device.Id} keeps what it gets in its inbox: the app can't delete that.",
            "See that its inbox is emptied by whoever holds it or by the messaging app's own rule, its storage encrypted, its screen locked.");
    }
}
