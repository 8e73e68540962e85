namespace OutreachBot.Channels.Android;

/// <summary>One phone with the gateway app, as the settings name it.</summary>
internal sealed record GatewayDevice
{
    /// <summary>Our name for it: the last part of its door's address. Lower-case letters, digits, <c>-</c>; at most 32.</summary>
    public required string Id { get; init; }

    /// <summary>ISO 3166, two letters: whose plan its short numbers are read by, and whose people it answers.</summary>
    public required string Country { get; init; }

    /// <summary>Its own number, E.164.</summary>
    public required string Phone { get; init; }

    /// <summary>Where the app's API is: the phone itself (Local mode), or the private server up to <c>/3rdparty/v1</c>.</summary>
    public required Uri ApiBaseUrl { get; init; }

    public required string User { get; init; }

    /// <summary>A secret.</summary>
    public required string Password { get; init; }

    /// <summary>What the app signs its calls with. A secret.</summary>
    public required string SigningKey { get; init; }

    /// <summary>Which card sends, from 1; null: the phone's own choice.</summary>
    public int? SimNumber { get; init; }

    /// <summary>Parts that the phone lets the app send within 30 minutes; Android's own bound is 30.</summary>
    public int PartsPer30Minutes { get; init; } = GatewayOptions.AndroidsBound;

    /// <summary>After so long a silence the phone counts as gone.</summary>
    public TimeSpan OfflineAfter { get; init; } = TimeSpan.FromMinutes(GatewayOptions.UsualSilence);

    /// <summary>The only authority whose certificates its API may show, a PEM file; null: those that the system trusts.</summary>
    public string? CaFile { get; init; }

    public override string ToString() => $"[gateway {Id}]";
}
