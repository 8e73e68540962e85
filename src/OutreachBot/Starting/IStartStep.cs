namespace OutreachBot.Starting;

/// <summary>What a room must do before anything else is asked of it. Steps run in the order rooms are put together.</summary>
internal interface IStartStep
{
    /// <summary>False for what only <c>serve</c> and <c>chat</c> need: <c>tips list</c> works beside a broken flow.</summary>
    bool ForEveryCommand { get; }

    /// <exception cref="StartRefusedException">With the mend.</exception>
    Task StartAsync(CancellationToken cancellationToken);
}
