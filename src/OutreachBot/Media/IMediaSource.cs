using OutreachBot.Transactions;

namespace OutreachBot.Media;

/// <summary>How fetching ended.</summary>
internal enum MediaFetchOutcome
{
    Fetched,
    TryLater,

    /// <summary>It isn't there, or is larger than what is taken.</summary>
    Never,
}

/// <param name="Bytes">As the person sent them: not to be kept before they are stripped.</param>
internal sealed record MediaFetch(MediaFetchOutcome Outcome, ReadOnlyMemory<byte> Bytes)
{
    public override string ToString() => $"[fetch {Outcome}]";
}

/// <summary>Where the bytes of attachments are. Implemented by the channels they came over.</summary>
internal interface IMediaSource
{
    /// <param name="source">The handle of an attachment as the channel gave it.</param>
    bool Has(string source);

    /// <summary>Expected failures are results; given up by the caller after a minute.</summary>
    Task<MediaFetch> FetchAsync(string source, CancellationToken cancellationToken);

    /// <summary>Nobody needs the copy there any more: it is to be deleted, and the message with it.</summary>
    void LetGo(UnitOfWork unit, string source);
}
