using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace OutreachBot.Channels.Android;

/// <summary>Makes a client for each use: the factory keeps the connections, one set a phone.</summary>
internal sealed class GatewayClients(IHttpClientFactory http)
{
    public GatewayClient Of(GatewayPhone phone) => new(http.CreateClient(NameOf(phone.Number)), phone.Device);

    public static string NameOf(int number) => $"android-{number}";

    /// <summary>Trusts the one authority that the settings name, or those of the system.</summary>
    public static SocketsHttpHandler HandlerOf(GatewayOptions options, int number)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        if (number < options.Devices.Count && options.Devices[number].CaFile is { } file)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                // A private authority publishes no list of what it has revoked.
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(file));
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }
        return handler;
    }
}
