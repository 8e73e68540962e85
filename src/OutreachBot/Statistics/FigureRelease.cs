using OutreachBot.Transactions;

namespace OutreachBot.Statistics;

/// <summary>What figures of a time are of. Each is made once.</summary>
internal enum ReleasePart
{
    /// <summary>What was told.</summary>
    Told,

    /// <summary>How it ended.</summary>
    Ended,
}

/// <summary>Figures as they were given out, and are given out ever after.</summary>
/// <param name="First">Null for the first release: it begins where the line began, for the month of the first tip would tell of that tip.</param>
/// <param name="Total">Of the tips that were counted.</param>
internal sealed record FigureRelease(Month? First, Month Last, ReleasePart Part, int Total, IReadOnlyList<ReleasedFigure> Figures);

/// <param name="Count">Null where it isn't shown.</param>
/// <param name="Shown">The count, <c>&lt;5</c>, or <c>withheld</c>.</param>
internal sealed record ReleasedFigure(string Table, string Name, int? Count, string Shown);

/// <summary>Keeps what was given out, masked as it was; nothing more exact is kept.</summary>
internal interface IReleaseStore
{
    /// <summary>Oldest first; of one time what was told before how it ended.</summary>
    IReadOnlyList<FigureRelease> All(UnitOfWork unit);

    /// <summary>Adds one. There is none yet of that time and part.</summary>
    void Add(UnitOfWork unit, FigureRelease release);
}
