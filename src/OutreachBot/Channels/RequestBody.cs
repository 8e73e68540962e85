using System.Buffers;
using System.IO.Pipelines;

namespace OutreachBot.Channels;

/// <summary>Reads what a provider posts, as far as a door takes it.</summary>
internal static class RequestBody
{
    /// <returns>The raw bytes; null when there are more than so many.</returns>
    public static async ValueTask<byte[]?> ReadAsync(PipeReader reader, int mostBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > mostBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
