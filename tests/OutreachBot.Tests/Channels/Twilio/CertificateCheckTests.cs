using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OutreachBot.Channels.Twilio;
using OutreachBot.Doctor;
using OutreachBot.Settings;

namespace OutreachBot.Tests.Channels.Twilio;

public sealed class CertificateCheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, true, true)]
    [InlineData(3, true, true)]
    [InlineData(60, false, true)]
    [InlineData(14, true, false)]
    public void One_that_ended_ends_soon_or_is_not_trusted_is_found(int days, bool isTrusted, bool isFault) =>
        Assert.Equal(isFault, Assert.Single(CertificateCheck.Judge(Now.AddDays(days), isTrusted, Now)).IsFault);

    [Fact]
    public void A_good_one_is_no_finding() => Assert.Empty(CertificateCheck.Judge(Now.AddDays(60), isTrusted: true, Now));

    [Fact]
    public async Task One_that_nobody_vouches_for_is_a_fault_and_an_address_that_does_not_answer_is_none()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(90));
        using var own = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(own)));
        var app = builder.Build();
        await app.StartAsync();
        var url = new Uri(app.Urls.Single());

        Assert.Contains("trusted", Assert.Single(await LookAsync(url)).What, StringComparison.Ordinal);
        await app.DisposeAsync();
        Assert.False(Assert.Single(await LookAsync(url)).IsFault);
        Assert.Empty(await LookAsync(new Uri("http://localhost:1")));
        Assert.Empty(await LookAsync(null));
    }

    private static Task<IReadOnlyList<Finding>> LookAsync(Uri? url) =>
        new CertificateCheck(Options.Create(new PublicOptions { PublicUrl = url }), TimeProvider.System).LookAsync(CancellationToken.None);
}
