using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using OutreachBot.Doctor;
using OutreachBot.Settings;

namespace OutreachBot.Channels.Twilio;

/// <summary>The certificate that the provider is shown at <c>PublicUrl</c>: it calls nobody whose certificate it can't trust.</summary>
/// <remarks>Seen from this machine; where it can't be reached from here, that is no fault of the line.</remarks>
internal sealed class CertificateCheck(IOptions<PublicOptions> site, TimeProvider time) : IDoctorCheck
{
    private const string Renew = "Renew it, and see that the proxy renews it by itself.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);
    private static readonly TimeSpan Near = TimeSpan.FromDays(21);

    public string Name => "certificate";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        if (site.Value.PublicUrl is not { } url || url.Scheme != Uri.UriSchemeHttps)
        {
            return [];
        }
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var (until, isTrusted) = await SeeAsync(url, either.Token);
            return Judge(until, isTrusted, time.GetUtcNow());
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return [Finding.Note("PublicUrl could not be reached from this machine, so its certificate was not looked at.", "Where the proxy is reached from outside only, look at it there.")];
        }
    }

    internal static IReadOnlyList<Finding> Judge(DateTimeOffset until, bool isTrusted, DateTimeOffset now)
    {
        var day = until.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return until <= now ? [Finding.Fault($"The certificate of PublicUrl ended on {day}: the provider calls no more.", Renew)]
            : !isTrusted ? [Finding.Fault("The certificate of PublicUrl is none that is trusted for that name: the provider doesn't call.", "Have one made for that name by an authority that browsers trust, and let the proxy send the whole chain.")]
            : until - now < Soon ? [Finding.Fault($"The certificate of PublicUrl ends on {day}.", Renew)]
            : until - now < Near ? [Finding.Note($"The certificate of PublicUrl ends on {day}.", Renew)]
            : [];
    }

    private static async Task<(DateTimeOffset Until, bool IsTrusted)> SeeAsync(Uri url, CancellationToken cancellationToken)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(url.IdnHost, url.Port, cancellationToken);
        DateTimeOffset? until = null;
        await using var tls = new SslStream(socket.GetStream());
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = url.IdnHost,
            RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
            {
                until = certificate is X509Certificate2 shown ? new DateTimeOffset(shown.NotAfter.ToUniversalTime(), TimeSpan.Zero) : null;
                return errors == SslPolicyErrors.None;
            },
        };
        try
        {
            await tls.AuthenticateAsClientAsync(options, cancellationToken);
            return (until ?? DateTimeOffset.MinValue, IsTrusted: true);
        }
        catch (AuthenticationException) when (until is not null)
        {
            return (until.Value, IsTrusted: false);
        }
    }
}
