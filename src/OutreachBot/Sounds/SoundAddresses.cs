using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using OutreachBot.Settings;

namespace OutreachBot.Sounds;

/// <summary>Makes addresses of sounds that end after ten minutes, and reads them back.</summary>
/// <remarks>
/// An address is locked with a key that lives as long as the process: nobody else can make one, none says what it is of,
/// and after a restart old ones lead nowhere. A provider fetches within seconds.
/// </remarks>
internal sealed class SoundAddresses(IOptions<PublicOptions> site, TimeProvider time)
{
    public const string Door = "/sounds/";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _lock = new EphemeralDataProtectionProvider().CreateProtector("sounds");

    /// <summary>For a provider; null without <c>PublicUrl</c>: nobody could fetch it.</summary>
    public string? Public(string name) => site.Value.PublicUrl is { } url ? url.OriginalString.TrimEnd('/') + Local(name) : null;

    /// <summary>For a page of our own.</summary>
    public string Local(string name) =>
        Door + _lock.Protect((time.GetUtcNow() + Life).ToUnixTimeSeconds().ToString() + " " + name);

    /// <returns>The sound's name; null for an address that we did not make, or that has ended.</returns>
    public string? Read(string token)
    {
        try
        {
            return _lock.Unprotect(token).Split(' ', 2) is [var until, var name]
                && long.Parse(until) >= time.GetUtcNow().ToUnixTimeSeconds() ? name : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
