using OutreachBot.Effects;

namespace OutreachBot.Outbox;

/// <summary>Nothing that still waits goes out to somebody who wants to be forgotten, or to be sent no more.</summary>
/// <remarks>What the provider has been handed is beyond recall; its copy there is deleted as always.</remarks>
internal sealed class OutboxForgetting(IOutbox outbox) : IForgetsPerson
{
    public void Forget(EffectRequest request)
    {
        if (request.Address is { } address)
        {
            outbox.WithdrawTo(request.Unit, address);
        }
    }

    public void LetGoOfNumbers(EffectRequest request) => Forget(request);
}
