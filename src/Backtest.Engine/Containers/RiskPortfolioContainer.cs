using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>One allocation of capital: its ledger, its strategies and its risk manager, wired turn by turn.</summary>
[Reads<ClassifierRunner>]
public sealed class RiskPortfolioContainer : Container
{
    private readonly FaultContext _context;
    private readonly ClassifierRunner? _classifier;
    private readonly IndicatorColumn[] _columns;
    private readonly QuietSearch? _quiet; // null if every turn must be taken
    private RiskPortfolioContainerFactory.Wiring? _wiring;
    private CancellationToken _cancellation;
    private bool _takesEveryTurn;

    internal RiskPortfolioContainer(string path, RiskPortfolioParts parts)
        : base(path)
    {
        Config = parts.Config;
        Turns = parts.Turns;
        Clock = parts.Clock;
        Interest = parts.Interest;
        Actions = parts.Actions;
        Universe = parts.Universe;
        Execution = parts.Execution;
        Market = parts.Market;
        Delistings = parts.Delistings;
        Regimes = parts.Regimes;
        Portfolio = parts.Portfolio;
        Strategies = parts.Strategies;
        Gate = parts.Gate;
        Closing = parts.Closing;
        Ruin = parts.Ruin;
        MarginCalls = parts.MarginCalls;
        Valuation = parts.Valuation;
        Recorder = parts.Recorder;
        Counters = parts.Counters;
        _context = parts.Context;
        _classifier = parts.Classifier;
        _quiet = Gate.SeesEveryTurn ? null : new QuietSearch(parts);
        _columns =
        [
            .. Strategies.SelectMany(strategy => strategy.Leaves).SelectMany(leaf => leaf.Node.Columns),
            .. Gate.Node.Columns,
        ];
    }

    /// <summary>The portfolio as configured.</summary>
    public PortfolioConfig Config { get; }

    /// <summary>The turns the portfolio takes, and the bars it sees in them.</summary>
    public PortfolioTurns Turns { get; }

    /// <summary>The current turn of the portfolio.</summary>
    [Role]
    public TurnClock Clock { get; }

    /// <summary>Interest, day by day.</summary>
    [Role]
    public InterestFeed Interest { get; }

    /// <summary>Splits and dividends when they take effect.</summary>
    [Role]
    public ActionFeed Actions { get; }

    /// <summary>Symbols that leave universes.</summary>
    [Role]
    public UniverseFeed Universe { get; }

    /// <summary>Executes the portfolio's orders.</summary>
    [Role]
    public OrderExecution Execution { get; }

    /// <summary>The state of the market.</summary>
    [Role]
    public Market Market { get; }

    /// <summary>Settles instruments that no longer trade.</summary>
    [Role]
    public Delistings Delistings { get; }

    /// <summary>The regimes of the classifier above.</summary>
    [Role]
    public RegimeFeed Regimes { get; }

    /// <summary>The ledger of the portfolio.</summary>
    [Role]
    public Portfolio Portfolio { get; }

    /// <summary>The strategies, in declaration order.</summary>
    [Role]
    public StrategyGroup[] Strategies { get; }

    /// <summary>The risk manager.</summary>
    [Role]
    public OrderGate Gate { get; }

    /// <summary>Announces the close, for orders that fill there.</summary>
    [Role]
    public ClosingSession Closing { get; }

    /// <summary>Ends the trading of a portfolio whose equity is at or below zero.</summary>
    [Role]
    public Ruin Ruin { get; }

    /// <summary>Closes positions that the account no longer allows.</summary>
    [Role]
    public MarginCalls MarginCalls { get; }

    /// <summary>Values the ledger at the end of each turn.</summary>
    [Role]
    public Valuation Valuation { get; }

    /// <summary>Records the portfolio's events.</summary>
    [Role]
    public PortfolioRecorder Recorder { get; }

    internal EventCounters Counters { get; }

    /// <summary>Takes the turns of a chunk whose indicators are computed.</summary>
    public void OnIndicators(in IndicatorsReady indicators)
    {
        BarChunk chunk = indicators.Chunk;
        int turn = IsRunning ? Run(chunk) : 0;
        for (; turn < chunk.TurnCount; turn++)
        {
            if (Turns.TryTake(chunk, turn, out Turn taken))
                _wiring!.OnFrozenTurn(taken);
        }

        _wiring!.OnChunkEnd(new ChunkEndEvent(chunk));
    }

    /// <summary>Takes each turn individually and calls each strategy at each bar, which gives the same result but takes longer.</summary>
    internal void TakeEveryTurn()
    {
        _takesEveryTurn = true;
        foreach (StrategyGroup strategy in Strategies)
            strategy.CallAtEveryBar();
    }

    internal void Wire(RiskPortfolioContainerFactory.Wiring wiring) => _wiring = wiring;

    private protected override void OnStart(RunStart start)
    {
        _cancellation = start.Cancellation;
        try
        {
            Instrument[] traded = [.. Turns.Traded.Select(bars => bars.Instrument)];
            Gate.Start(start.For($"{Path}/risk", instrument: null, Turns.Traded[0], traded));
            foreach (StrategyGroup strategy in Strategies)
                strategy.Start(start, Path);
        }
        catch (Exception exception) when (!Interruption.Is(exception, _cancellation))
        {
            Fail(_context.Plugin, _context.Event, 0, exception);
        }
    }

    private protected override void OnStop()
    {
        _wiring!.OnRunEnd(new RunEndEvent(new DateTime(Market.Time, DateTimeKind.Utc)));
        foreach (Holding holding in Portfolio.Open)
            Recorder.Journal.Positions.Add(holding.Describe(Market.Close(holding.Instrument.Index)));
    }

    /// <summary>Takes the turns up to a fault.</summary>
    /// <returns>The first turn not taken.</returns>
    private int Run(BarChunk chunk)
    {
        (long until, string? plugin, string handled, Exception? fault) = FaultFromOutside();
        int turn = 0;
        try
        {
            int end = until == long.MaxValue ? chunk.TurnCount : chunk.TurnAt(until);
            for (turn = Pass(chunk, turn, end); turn < chunk.TurnCount; turn = Pass(chunk, turn + 1, end))
            {
                if (!Turns.TryTake(chunk, turn, out Turn taken))
                    continue;
                if (taken.End >= until)
                    break;
                _context.Enter(plugin: null, nameof(BarEvent));
                _wiring!.OnTurn(taken);
            }
        }
        catch (Exception exception) when (!Interruption.Is(exception, _cancellation))
        {
            (plugin, handled, fault) = (_context.Plugin, _context.Event, exception);
        }

        if (turn < chunk.TurnCount)
        {
            Turns.TryTake(chunk, turn++, out Turn frozen);
            Freeze(frozen, plugin, handled, fault!);
        }

        return turn;
    }

    /// <summary>Skips turns in which nothing happens except that prices move.</summary>
    /// <returns>The first turn that is left, which may be one after the last.</returns>
    private int Pass(BarChunk chunk, int turn, int end)
    {
        while (_quiet is not null && !_takesEveryTurn && turn < end && !_wiring!.HasWaiting)
        {
            QuietStretch stretch = _quiet.Find(chunk, turn, end);
            if (stretch.Count > 0)
            {
                _wiring.OnQuietStretch(stretch);
                Turns.Pass(stretch);
            }

            if (stretch.To == turn)
                break;
            turn = stretch.To;
        }

        return turn;
    }

    /// <summary>The first failure of the classifier above, or of an indicator that a plugin of this portfolio requested.</summary>
    private (long Until, string? Plugin, string Handled, Exception? Fault) FaultFromOutside()
    {
        long until = _classifier?.FaultTime ?? long.MaxValue;
        (string? plugin, string handled, Exception? fault) = (_classifier?.Description.Name, nameof(BarEvent), _classifier?.Fault);
        foreach (IndicatorColumn column in _columns)
        {
            if (column.FaultTime < until)
                (until, plugin, handled, fault) = (column.FaultTime, null, nameof(IndicatorEvent), column.Fault);
        }

        return (until, plugin, handled, fault);
    }

    /// <summary>Cancels resting orders; positions stay and are marked to the end.</summary>
    private void Freeze(in Turn turn, string? plugin, string handled, Exception fault)
    {
        Fail(plugin, handled, turn.End, fault);
        _wiring!.OnFrozenTurn(turn);
        _wiring.OnFault(new FaultEvent(new DateTime(turn.End, DateTimeKind.Utc)));
    }
}
