using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using OutreachBot.Addresses;
using OutreachBot.Settings;

namespace OutreachBot.Channels.Android;

/// <summary>Reads <c>Android__Devices__0__…</c> and says everything that is wrong with it at once.</summary>
internal sealed class GatewaySettings(IConfiguration configuration) : IConfigureOptions<GatewayOptions>, IValidateOptions<GatewayOptions>
{
    private const string Section = "Android";
    private const int LongestId = 32;
    private const int ShortestKey = 8;

    private static readonly string[] Names =
    [
        "Id", "Country", "Phone", "ApiBaseUrl", "User", "Password", "PasswordFile", "SigningKey", "SimNumber", "PartsPer30Minutes",
        "OfflineAfterMinutes", "CaFile", "InTunnel",
    ];

    public void Configure(GatewayOptions options) => options.Devices = [.. Read([])];

    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        var faults = new List<SettingFault>();
        foreach (var child in configuration.GetSection(Section).GetChildren().Where(c => !c.Key.Equals("Devices", StringComparison.OrdinalIgnoreCase)))
        {
            faults.Add(new SettingFault($"{Section}__{child.Key}", "there is no such setting", $"Write {Section}__Devices__0__Id and the others of a phone."));
        }
        var devices = Read(faults);
        if (devices.Count > GatewayOptions.Most)
        {
            faults.Add(new SettingFault($"{Section}__Devices", "there are too many phones", $"One line has at most {GatewayOptions.Most}."));
        }
        foreach (var twice in devices.GroupBy(d => d.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            faults.Add(new SettingFault($"{Section}__Devices", $"two phones have the Id {twice.Key}", "Give each its own."));
        }
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.Select(f => f.ToString()));
    }

    private List<GatewayDevice> Read(List<SettingFault> faults)
    {
        var devices = new List<GatewayDevice>();
        foreach (var section in configuration.GetSection($"{Section}:Devices").GetChildren())
        {
            var before = faults.Count;
            var reader = new Reader(section, $"{Section}__Devices__{section.Key}__", faults);
            if (reader.Device() is { } device && faults.Count == before)
            {
                devices.Add(device);
            }
        }
        return devices;
    }

    private sealed class Reader(IConfigurationSection section, string prefix, List<SettingFault> faults)
    {
        public GatewayDevice? Device()
        {
            foreach (var child in section.GetChildren().Where(c => !Names.Contains(c.Key, StringComparer.OrdinalIgnoreCase)))
            {
                Fault(child.Key, "there is no such setting", $"Take it out, or write one of {string.Join(", ", Names)}.");
            }
            var id = Text("Id", IsId, "it is missing, or not 1 to 32 of a-z, 0-9 and -", "Write a name for the phone, like bolivia: the last part of the address that its app calls.");
            var country = Text("Country", t => t is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'], "it is missing, or no country of two capital letters", "Write BO or GT.");
            var phone = PhoneNumber.TryFrom(section["Phone"], null)?.E164;
            if (phone is null)
            {
                Fault("Phone", "it is missing, or no number in E.164", $"Write the number of its card, like {PhonePlan.MobileOf(country)}.");
            }
            var user = Text("User", t => t.Length <= 200, "it is missing", "Copy it from the app's first page.");
            var key = Text("SigningKey", t => t.Length >= ShortestKey, "it is missing, or shorter than 8 characters", "Copy it from the app: Settings, Webhooks, Signing Key.");
            var (address, password, ca) = (ApiBaseUrl(), Password(), CaFile());
            var sim = Number("SimNumber", 1, 4);
            var parts = Number("PartsPer30Minutes", GatewayOptions.AndroidsBound, 10_000);
            var silence = Number("OfflineAfterMinutes", 10, 24 * 60);
            return id is null || country is null || phone is null || user is null || key is null || address is null || password is null
                ? null
                : new GatewayDevice
                {
                    Id = id,
                    Country = country,
                    Phone = phone,
                    ApiBaseUrl = address,
                    User = user,
                    Password = password,
                    SigningKey = key,
                    SimNumber = sim,
                    PartsPer30Minutes = parts ?? GatewayOptions.AndroidsBound,
                    OfflineAfter = TimeSpan.FromMinutes(silence ?? GatewayOptions.UsualSilence),
                    CaFile = ca,
                };
        }

        private Uri? ApiBaseUrl()
        {
            if (!Uri.TryCreate(section["ApiBaseUrl"]?.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            {
                Fault("ApiBaseUrl", "it is missing, or no address", "Write where the app's API is, like https://sms.example.org/3rdparty/v1, or the phone itself.");
                return null;
            }
            var inTunnel = bool.TryParse(section["InTunnel"], out var said) && said;
            if (section["InTunnel"] is { Length: > 0 } text && !bool.TryParse(text, out _))
            {
                Fault("InTunnel", "its value can't be read", "Write true or false.");
            }
            if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && !(inTunnel && IsPrivate(address.Host)))
            {
                // Numbers, words and the password would travel in the clear.
                Fault("ApiBaseUrl", "plain http leaves this machine", $"Write https://; or, where the phone is reached by a private address within an encrypted tunnel (WireGuard, IPsec), set {prefix}InTunnel=true.");
                return null;
            }
            return address;
        }

        private string? Password()
        {
            var (word, file) = (section["Password"], section["PasswordFile"]);
            if (string.IsNullOrEmpty(word) == string.IsNullOrEmpty(file))
            {
                Fault("Password", "neither it nor PasswordFile is set, or both are", "Set the one or the other.");
                return null;
            }
            if (!string.IsNullOrEmpty(word))
            {
                return word;
            }
            return TryRead("PasswordFile", () => File.ReadAllText(file!).Trim()) is { Length: > 0 } read ? read : null;
        }

        private string? CaFile()
        {
            if (section["CaFile"] is not { Length: > 0 } file)
            {
                return null;
            }
            return TryRead("CaFile", () => X509CertificateLoader.LoadCertificateFromFile(file)) is null ? null : file;
        }

        private T? TryRead<T>(string name, Func<T> read)
            where T : class
        {
            try
            {
                return read();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
            {
                Fault(name, "the file can't be read", "Say where it is, and let the server's user read it.");
                return null;
            }
        }

        private string? Text(string name, Func<string, bool> isRight, string problem, string mend)
        {
            if (section[name] is { Length: > 0 } text && isRight(text))
            {
                return text;
            }
            Fault(name, problem, mend);
            return null;
        }

        private int? Number(string name, int least, int most)
        {
            if (section[name] is not { Length: > 0 } text)
            {
                return null;
            }
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }
            Fault(name, "it is out of bounds", $"Write a whole number from {least} to {most}.");
            return null;
        }

        private void Fault(string name, string problem, string mend) => faults.Add(new SettingFault(prefix + name, problem, mend));

        private static bool IsId(string text) =>
            text.Length <= LongestId && text.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');

        /// <summary>RFC 1918, RFC 6598, RFC 4193: addresses that no network of others carries.</summary>
        private static bool IsPrivate(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var address) && address.GetAddressBytes() switch
        {
            [10, ..] or [192, 168, _, _] => true,
            [172, >= 16 and <= 31, _, _] or [100, >= 64 and <= 127, _, _] => true,
            { Length: 16 } bytes => (bytes[0] & 0xFE) == 0xFC,
            _ => false,
        };
    }
}
