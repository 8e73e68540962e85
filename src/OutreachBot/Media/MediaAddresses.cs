using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using OutreachBot.Media.Stripping;
using OutreachBot.Privacy;
using OutreachBot.Settings;

namespace OutreachBot.Media;

/// <summary>Makes addresses of single media that end an hour after they were given, and reads them back.</summary>
/// <remarks>
/// An address is locked with a key that lives as long as the process, and holds the medium's own key, which is kept nowhere
/// else any more: nobody can make one, none says what it is of, and after a restart old ones lead nowhere.
/// </remarks>
internal sealed class MediaAddresses(IOptions<PublicOptions> site, TimeProvider time)
{
    public const string Door = "/media/";

    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private const string Prefix = "given:";

    private readonly IDataProtector _lock = new EphemeralDataProtectionProvider().CreateProtector("media");

    /// <summary>Whether a provider could fetch anything: false without <c>PublicUrl</c>.</summary>
    public bool CanBeFetched => site.Value.PublicUrl is not null;

    /// <summary>How a medium that is given is called within the process, and nowhere outside it.</summary>
    public static string NameOf(PassedMedium medium) => $"{Prefix}{medium.Id} {Convert.ToBase64String(medium.Key)} {medium.Type}";

    public static bool IsOne(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    public static bool IsPicture(string name) => IsOne(name) && Enum.Parse<MediumType>(name.AsSpan(name.LastIndexOf(' ') + 1)).IsPicture();

    /// <summary>For a provider; null for what is no medium that was given, and without <c>PublicUrl</c>.</summary>
    public string? Public(string name) =>
        IsOne(name) && site.Value.PublicUrl is { } url ? url.OriginalString.TrimEnd('/') + Local(name) : null;

    /// <summary>For a page of our own.</summary>
    public string Local(string name) =>
        Door + _lock.Protect((time.GetUtcNow() + Life).ToUnixTimeSeconds().ToString() + " " + name[Prefix.Length..]);

    /// <returns>Null for an address that we did not make, or that has ended.</returns>
    public PassedMedium? Read(string token)
    {
        try
        {
            return _lock.Unprotect(token).Split(' ') is [var until, var id, var key, var type]
                && long.Parse(until) >= time.GetUtcNow().ToUnixTimeSeconds()
                && RandomId.TryParse(id, out var medium)
                    ? new PassedMedium(medium, Convert.FromBase64String(key), Enum.Parse<MediumType>(type))
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
