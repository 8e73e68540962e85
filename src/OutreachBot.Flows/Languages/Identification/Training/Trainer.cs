using System.Runtime.Intrinsics;

namespace OutreachBot.Flows.Languages.Identification.Training;

/// <summary>Fits weights by multinomial logistic regression: AdaGrad, one sample after the other.</summary>
/// <remarks>One thread and sums in one order: the same samples give the same weights.</remarks>
internal sealed class Trainer(int bits, float rate)
{
    private readonly float[] _weights = new float[LanguageModel.Classes << bits];
    private readonly float[] _steps = new float[LanguageModel.Classes << bits];
    private readonly int[] _places = new int[Features.Most];

    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>Learns one text.</summary>
    /// <param name="target">Its class.</param>
    public void Learn(string text, int target)
    {
        var count = Features.Read(text, _places, bits);
        if (count == 0)
        {
            return;
        }
        var scale = LanguageModel.Scale(count);
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < count; i++)
        {
            sum += Vector256.LoadUnsafe(ref _weights[_places[i] * LanguageModel.Classes]);
        }
        Span<double> shares = stackalloc double[LanguageModel.Classes];
        for (var c = 0; c < shares.Length; c++)
        {
            shares[c] = sum[c] * scale;
        }
        LanguageModel.Softmax(shares);
        Span<float> gradient = stackalloc float[LanguageModel.Classes];
        for (var c = 0; c < gradient.Length; c++)
        {
            gradient[c] = (float)(shares[c] - (c == target ? 1 : 0)) * scale;
        }
        Step(count, Vector256.Create<float>(gradient));
    }

    private void Step(int count, Vector256<float> gradient)
    {
        for (var i = 0; i < count; i++)
        {
            ref var weight = ref _weights[_places[i] * LanguageModel.Classes];
            ref var step = ref _steps[_places[i] * LanguageModel.Classes];
            var old = Vector256.LoadUnsafe(ref weight);
            var squares = Vector256.LoadUnsafe(ref step) + gradient * gradient;
            squares.StoreUnsafe(ref step);
            (old - gradient * rate / (Vector256.Sqrt(squares) + Vector256.Create(1e-4f))).StoreUnsafe(ref weight);
        }
    }
}
