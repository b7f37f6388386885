namespace Backtest.Engine;

/// <summary>How far a run came.</summary>
/// <param name="Bars">Bars handled.</param>
/// <param name="Turns">Turns handled.</param>
/// <param name="IsInterrupted">Whether it was canceled.</param>
/// <param name="IsReadToItsEnd">Whether the last bar was handled: what did not come in a run that was cut short might have come later.</param>
internal readonly record struct StreamProgress(long Bars, long Turns, bool IsInterrupted, bool IsReadToItsEnd);

/// <summary>Says of a tree what is to be recorded of it before the run, and what became of it after.</summary>
internal sealed class RunReport(BacktestContainer container)
{
    /// <summary>What happens in a chunk, in every container; filled while it is handled.</summary>
    public RunJournal Journal() => new(
        [.. container.AllPortfolios.Select(portfolio => portfolio.Recorder.Journal)],
        [.. container.Classifiers.Select(classifier => classifier.Recorder.Journal)],
        container.Total.Equity);

    /// <summary>What is settled once the last chunk is over: classifiers have nothing more to say.</summary>
    public RunJournal LastJournal() => Journal() with
    {
        Classifiers =
        [
            .. container.Classifiers.Select(classifier => new ClassifierJournal { BarsInState = classifier.Recorder.Journal.BarsInState }),
        ],
    };

    /// <summary>The containers that stopped early so far.</summary>
    public IEnumerable<ContainerFault> Faults() => container.Classifiers
        .Select(classifier => classifier.Fault)
        .Concat(container.AllPortfolios.Select(portfolio => portfolio.Fault))
        .OfType<ContainerFault>();

    /// <summary>The tree, for what records the run.</summary>
    public RunDescription Describe() => new(
        container.Config,
        container.Instruments,
        [.. container.Classifiers.Select(classifier => classifier.Classifier.Description)],
        [.. container.AllPortfolios.Select(Describe)])
    {
        Currency = container.Currency,
        Actions = container.Actions,
        TradingDaysPerYear = DaysPerYear(container.Total.Calendar),
    };

    private PortfolioDescription Describe(RiskPortfolioContainer portfolio) => new(
        portfolio.Config.Name,
        container.Classifiers.FirstOrDefault(classifier => classifier.Portfolios.Contains(portfolio))?.Path,
        portfolio.Config.Capital,
        [.. portfolio.Strategies.Select(strategy => strategy.Name)],
        [.. portfolio.Strategies.Select(strategy => strategy.Nodes.FirstOrDefault(node => node is not null)?.IndicatorNames ?? [])])
    {
        GoesByPosition = [.. portfolio.Strategies.Select(strategy => SignalWarnings.GoesByPosition(strategy.Plan))],
        TradingDaysPerYear = DaysPerYear(portfolio.Turns.Calendar),
    };

    private double? DaysPerYear(ITradingCalendar? calendar) => calendar is null ? null : container.Years.DaysOf(calendar);

    /// <summary>What became of it.</summary>
    /// <param name="progress">How far it came.</param>
    public BacktestResult Result(StreamProgress progress)
    {
        ContainerFault[] faults = [.. Faults()];
        (string? hash, Dictionary<string, string> hashes) = RunHash.Of(container);
        return new BacktestResult
        {
            Status = progress.IsInterrupted ? RunStatus.Interrupted : faults.Length > 0 ? RunStatus.Faulted : RunStatus.Completed,
            EventStreamHash = hash,
            ContainerHashes = hashes,
            Portfolios = [.. container.AllPortfolios.Select(portfolio => Result(portfolio, StatusOf(portfolio, progress.IsInterrupted)))],
            Faults = faults,
            Warnings =
            [
                .. container.DataWarnings.Select(warning => new RunWarning(warning.Code, warning.Message, warning.Fix)),
                .. progress.IsReadToItsEnd ? RunWarnings() : [],
                .. new SignalWarnings(container, progress.IsReadToItsEnd).All(),
                .. container.AllPortfolios.SelectMany(
                    portfolio => new PortfolioWarnings(
                        portfolio, container.Config.Execution, container.Engine.Adjustments, progress.IsReadToItsEnd).All()),
            ],
            BarsProcessed = progress.Bars,
            Turns = progress.Turns,
            IndicatorsRequested = container.Indicators.Requested,
            IndicatorsComputed = container.Indicators.Computed,
            Files = container.Files,
            SignalFiles = container.Config.Workflow == Workflows.Replay ? container.Config.Recorded?.Files ?? [] : [],
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
        bool mayTrade = container.Config.TradeFrom is not { } first
            || container.AllPortfolios.Any(portfolio => portfolio.Market.Day >= first.DayNumber);
        if (!mayTrade)
        {
            yield return new RunWarning(
                "trade_from_after_data",
                FormattableString.Invariant($"trading would have begun on {container.Config.TradeFrom:yyyy-MM-dd}, and the data ended before that day"),
                "Set trade_from to a day the data has, or remove it.");
        }
    }
}
