using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OutreachBot.Tests.Adversaries;

/// <summary>Every metric and every trace that this process emits, of whatever library, with all their tags.</summary>
internal sealed class Emitted : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly MeterListener _meters = new() { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
    private readonly ActivityListener _traces;

    public Emitted()
    {
        _meters.SetMeasurementEventCallback<byte>(Measured);
        _meters.SetMeasurementEventCallback<short>(Measured);
        _meters.SetMeasurementEventCallback<int>(Measured);
        _meters.SetMeasurementEventCallback<long>(Measured);
        _meters.SetMeasurementEventCallback<float>(Measured);
        _meters.SetMeasurementEventCallback<double>(Measured);
        _meters.SetMeasurementEventCallback<decimal>(Measured);
        _meters.Start();
        _traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Stopped,
        };
        ActivitySource.AddActivityListener(_traces);
    }

    public IReadOnlyCollection<string> Lines => _lines;

    public void Dispose()
    {
        _meters.Dispose();
        _traces.Dispose();
    }

    private void Measured<T>(Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        _lines.Enqueue($"metric {instrument.Meter.Name} {instrument.Name} {measurement} {Show(tags.ToArray())}");

    private void Stopped(Activity activity) => _lines.Enqueue(
        $"trace {activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {Show(activity.TagObjects)} {Show(activity.Baggage.Select(b => new KeyValuePair<string, object?>(b.Key, b.Value)))} "
        + string.Join(' ', activity.Events.Select(e => $"{e.Name} {Show(e.Tags)}")));

    private static string Show(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(t => $"{t.Key}={t.Value}"));
}
