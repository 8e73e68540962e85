using System.Runtime.Intrinsics;

namespace OutreachBot.Flows.Languages.Identification;

/// <summary>Weights of the pieces of a message, for each language and for "none of these"; immutable, shared between threads.</summary>
/// <remarks>A log-linear model over hashed pieces; a weight is one signed byte, a place has one for each class in a row.</remarks>
internal sealed class LanguageModel
{
    /// <summary>The languages of <see cref="LanguageTag.All"/>, in that order, then "none of these".</summary>
    public const int Classes = 8;

    /// <summary>The class "none of these".</summary>
    public const int Other = Classes - 1;

    private readonly sbyte[] _weights;
    private readonly float _unit;
    private readonly int _bits;

    public LanguageModel(sbyte[] weights, float unit, int bits, SharedWords shared)
    {
        Shared = shared;
        _weights = weights;
        _unit = unit;
        _bits = bits;
    }

    public ReadOnlySpan<sbyte> Weights => _weights;

    public float Unit => _unit;

    public int Bits => _bits;

    public SharedWords Shared { get; }

    /// <summary>Rounds trained weights to bytes.</summary>
    public static LanguageModel Of(ReadOnlySpan<float> weights, int bits, SharedWords shared)
    {
        var most = 0f;
        foreach (var weight in weights)
        {
            most = Math.Max(most, Math.Abs(weight));
        }
        var unit = Math.Max(most, 1e-6f) / sbyte.MaxValue;
        var bytes = new sbyte[weights.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (sbyte)MathF.Round(weights[i] / unit);
        }
        return new LanguageModel(bytes, unit, bits, shared);
    }

    /// <summary>What the sum of a message's weights is multiplied by: many pieces of a few letters say less than they add up to.</summary>
    public static float Scale(int pieces) => 1f / MathF.Sqrt(pieces);

    /// <summary>The score of each class, before priors; natural logarithms but for a constant.</summary>
    /// <returns>How many of the pieces were there in training; 0: nothing to go by.</returns>
    public int Score(ReadOnlySpan<int> places, Span<double> scores)
    {
        var sum = Vector256<int>.Zero;
        var known = 0;
        foreach (var place in places)
        {
            var eight = Vector64.LoadUnsafe(ref _weights[place * Classes]);
            known += eight == Vector64<sbyte>.Zero ? 0 : 1;
            sum += Vector256.WidenLower(Vector128.WidenLower(eight.ToVector128Unsafe()).ToVector256Unsafe());
        }
        var scale = Scale(Math.Max(places.Length, 1)) * _unit;
        for (var c = 0; c < Classes; c++)
        {
            scores[c] = sum[c] * scale;
        }
        return known;
    }

    /// <summary>Turns scores into shares of 1.</summary>
    public static void Softmax(Span<double> scores)
    {
        var most = double.NegativeInfinity;
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }
        var all = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Exp(scores[i] - most);
            all += scores[i];
        }
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= all;
        }
    }
}
