using OutreachBot.Flows.Checks;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Running;
using OutreachBot.Settings;
using OutreachBot.Sounds;
using OutreachBot.Starting;

namespace OutreachBot.Conversations;

/// <summary>Holds the flows as they are now: loaded when first asked for, and again when they change, if they are whole.</summary>
internal sealed class FlowShelf(FlowsDirectory directory, ILogger<FlowShelf> logger) : ITurnEngine, IFlowBook
{
    private readonly Lock _gate = new();
    private volatile FlowEngine? _engine;

    /// <exception cref="StartRefusedException">The flows are broken: file, line, column and the mend of each fault.</exception>
    public FlowEngine Engine
    {
        get
        {
            if (_engine is { } engine)
            {
                return engine;
            }
            lock (_gate)
            {
                return _engine ??= LoadFirst();
            }
        }
    }

    public FlowBook Current => Engine.Book;

    public TurnResult Step(Session session, Input input, TurnContext context) => Engine.Step(session, input, context);

    /// <summary>Takes up what has changed; what is broken is reported, and the last good set stays.</summary>
    public void LoadAgain()
    {
        var (book, faults) = Load();
        if (book is not null)
        {
            _engine = new FlowEngine(book);
            logger.FlowsLoaded(book.Flows.Count);
            return;
        }
        foreach (var fault in faults)
        {
            logger.FlowsBroken(fault);
        }
    }

    private FlowEngine LoadFirst()
    {
        var (book, faults) = Load();
        return book is not null ? new FlowEngine(book) : throw new StartRefusedException(faults);
    }

    /// <summary>A book that loads and through which nothing sealed can get out; else what is wrong with it.</summary>
    private (FlowBook? Book, IReadOnlyList<string> Faults) Load()
    {
        var result = FlowBookLoader.Load(directory.Path);
        var faults = result.Book is { } book ? FlowLinter.Leaks(book) : result.Diagnostics;
        var errors = faults.Where(d => d.Severity == Severity.Error).Select(d => d.ToString()).ToList();
        return errors.Count == 0 ? (result.Book, []) : (null, errors);
    }
}
