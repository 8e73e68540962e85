namespace OutreachBot.Conversations;

/// <summary>Lets one message of one person through at a time, in the order in which they came.</summary>
/// <remarks>A port: a lock in this process now, a grain of a cluster when several machines run.</remarks>
public interface ITurnGate
{
    /// <param name="who">The same for all messages of one person; kept in memory only.</param>
    /// <param name="turn">Begins when the turns before it have ended, however they ended.</param>
    Task<T> RunAsync<T>(string who, Func<Task<T>> turn, CancellationToken cancellationToken);
}
