using System.Security.Cryptography;

namespace OutreachBot.Statistics;

internal sealed class SecretDraw : ISecretDraw
{
    public int Below(int bound) => RandomNumberGenerator.GetInt32(bound);
}
