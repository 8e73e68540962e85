using Microsoft.AspNetCore.Http;
using OutreachBot.Channels.Simulator;
using OutreachBot.Channels.Twilio;
using OutreachBot.Outbox;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>Takes the provider's word that a copy is deleted, and doesn't look.</summary>
internal sealed class BelievesTheDeletion(TwilioClients clients) : ICopyDeleter
{
    public async Task<CopyDeletion> DeleteAsync(string kind, string providerId, CancellationToken cancellationToken) =>
        (await clients.Create().DeleteMessageAsync(providerId, cancellationToken)).IsSuccess ? CopyDeletion.Deleted : CopyDeletion.TryLater;
}

/// <summary>Every form is the provider's.</summary>
internal sealed class BelievesEveryForm : ITwilioSignature
{
    public bool Covers(string? header, string url, TwilioForm form) => true;

    public bool Covers(string? header, string url, ReadOnlySpan<byte> body) => true;
}

/// <summary>Everybody is at this machine.</summary>
internal sealed class LetsEverybodyIn : ISimulatorRule
{
    public int Refusal(HttpContext context) => 0;
}
