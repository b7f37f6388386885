namespace Backtest.Engine;

/// <summary>Streams the bars of a run through its tree, chunk by chunk, and hands what happened to the recorder.</summary>
internal sealed class BacktestRun
{
    private readonly BacktestContainer _container;
    private readonly RunOptions _options;
    private readonly RunJournal _journal;
    private long _bars;
    private long _turns;
    private bool _isReadToItsEnd;

    public BacktestRun(BacktestContainer container, RunOptions options)
    {
        _container = container;
        _options = options;
        _journal = new RunJournal(
            [.. container.AllPortfolios.Select(portfolio => portfolio.Recorder.Journal)],
            [.. container.Classifiers.Select(classifier => classifier.Recorder.Journal)],
            container.Total.Equity);
    }

    /// <summary>Runs from the first bar to the last, or until canceled.</summary>
    public BacktestResult Execute(CancellationToken cancellation)
    {
        WorkflowConfig config = _container.Config;
        _options.Recorder?.Begin(Describe());
        bool isInterrupted = false;
        try
        {
            _container.Start(new RunStart(config.Seed, _container.Years, _options.Log ?? SilentLog.Instance, cancellation));
            while (!ShouldStop())
            {
                if (!_container.Streamer.MoveNext())
                {
                    _isReadToItsEnd = true;
                    break;
                }

                cancellation.ThrowIfCancellationRequested();
                TakeChunk(_container.Streamer.Chunk);
            }
        }
        catch (Exception exception) when (Interruption.Is(exception, cancellation))
        {
            isInterrupted = true;
            Clear();
        }

        _container.Stop();
        Record();
        BacktestResult result = ResultOf(isInterrupted);
        _options.Recorder?.End(result);
        return result;
    }

    private bool ShouldStop() => _container.Config.Execution.StopsOnFault && Faults().Any();

    private void TakeChunk(BarChunk chunk)
    {
        _container.OnBars(chunk);
        _bars += chunk.BarCount;
        _turns += chunk.TurnCount;
        Record();
        _options.Progress?.Report(new RunProgress(
            _bars, _container.Streamer.TotalBars ?? 0, new DateTime(chunk.End(chunk.TurnCount - 1), DateTimeKind.Utc)));
    }

    private void Record()
    {
        _options.Recorder?.Record(_journal);
        Clear();
    }

    private void Clear()
    {
        for (int i = 0; i < _journal.Portfolios.Count; i++)
            _journal.Portfolios[i].Clear();
        for (int i = 0; i < _journal.Classifiers.Count; i++)
            _journal.Classifiers[i].Clear();
        _journal.Total.Clear();
    }

    private IEnumerable<ContainerFault> Faults() => _container.Classifiers
        .Select(classifier => classifier.Fault)
        .Concat(_container.AllPortfolios.Select(portfolio => portfolio.Fault))
        .OfType<ContainerFault>();

    private RunDescription Describe() => new(
        _container.Config,
        [.. _container.Streamer.Instruments],
        [.. _container.Classifiers.Select(classifier => classifier.Classifier.Description)],
        [.. _container.AllPortfolios.Select(Describe)])
    {
        Currency = _container.Currency,
        TradingDaysPerYear = DaysPerYear(_container.Total.Calendar),
    };

    private PortfolioDescription Describe(RiskPortfolioContainer portfolio) => new(
        portfolio.Config.Name,
        _container.Classifiers.FirstOrDefault(classifier => classifier.Portfolios.Contains(portfolio))?.Path,
        portfolio.Config.Capital,
        [.. portfolio.Strategies.Select(strategy => strategy.Name)],
        [.. portfolio.Strategies.Select(strategy => strategy.Nodes.FirstOrDefault(node => node is not null)?.IndicatorNames ?? [])])
    {
        TradingDaysPerYear = DaysPerYear(portfolio.Turns.Calendar),
    };

    private double? DaysPerYear(ITradingCalendar? calendar) => calendar is null ? null : _container.Years.DaysOf(calendar);

    private BacktestResult ResultOf(bool isInterrupted)
    {
        ContainerFault[] faults = [.. Faults()];
        (string hash, Dictionary<string, string> hashes) = RunHash.Of(_container);
        return new BacktestResult
        {
            Status = isInterrupted ? RunStatus.Interrupted : faults.Length > 0 ? RunStatus.Faulted : RunStatus.Completed,
            EventStreamHash = hash,
            ContainerHashes = hashes,
            Portfolios = [.. _container.AllPortfolios.Select(portfolio => Result(portfolio, StatusOf(portfolio, isInterrupted)))],
            Faults = faults,
            Warnings = [.. RunWarnings(), .. _container.AllPortfolios.SelectMany(portfolio => new PortfolioWarnings(portfolio, _container.Config.Execution).All())],
            BarsProcessed = _bars,
            Turns = _turns,
            IndicatorsRequested = _container.Hub.Requested,
            IndicatorsComputed = _container.Hub.Computed,
            Files = _container.Files,
        };
    }

    private static PortfolioResult Result(RiskPortfolioContainer portfolio, PortfolioStatus status) => new()
    {
        Name = portfolio.Config.Name,
        Status = status,
        InitialCapital = portfolio.Config.Capital,
        FinalEquity = portfolio.Portfolio.ExactEquity(),
        Cash = portfolio.Portfolio.Cash,
        SignalOutcomes = portfolio.Recorder.Outcomes,
        Signals = portfolio.Counters.Signals,
        Orders = portfolio.Counters.Orders,
        Fills = portfolio.Execution.Fills,
        Trades = portfolio.Portfolio.Trades,
    };

    private static PortfolioStatus StatusOf(RiskPortfolioContainer portfolio, bool isInterrupted)
    {
        if (portfolio.Fault is not null)
            return PortfolioStatus.Faulted;
        if (portfolio.Ruin.IsRuined)
            return PortfolioStatus.Ruined;
        return isInterrupted ? PortfolioStatus.Interrupted : PortfolioStatus.Completed;
    }

    /// <summary>A first day of trading that never came. A run that was cut short may not have come to it.</summary>
    private IEnumerable<RunWarning> RunWarnings()
    {
        bool mayTrade = _container.Config.TradeFrom is not { } first
            || _container.AllPortfolios.Any(portfolio => portfolio.Market.Day >= first.DayNumber);
        if (_isReadToItsEnd && !mayTrade)
        {
            yield return new RunWarning(
                "trade_from_after_data",
                FormattableString.Invariant($"trading would have begun on {_container.Config.TradeFrom:yyyy-MM-dd}, and the data ended before that day"),
                "Set trade_from to a day the data has, or remove it.");
        }
    }
}
