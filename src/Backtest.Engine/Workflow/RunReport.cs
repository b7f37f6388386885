namespace Backtest.Engine;

/// <summary>The extent to which a run was processed.</summary>
/// <param name="Bars">The number of bars processed.</param>
/// <param name="Turns">The number of turns processed.</param>
/// <param name="IsInterrupted">Whether it was canceled.</param>
/// <param name="IsReadToItsEnd">Whether the last bar was processed; if not, what was missing might have come later.</param>
internal readonly record struct StreamProgress(long Bars, long Turns, bool IsInterrupted, bool IsReadToItsEnd);

/// <summary>Describes a run to its recorder before it starts, and reports its result afterward.</summary>
internal sealed class RunReport(BacktestContainer container)
{
    private const int MostIndicators = 5;

    /// <summary>The journal of the current chunk, in every container; filled while the chunk is processed.</summary>
    public RunJournal Journal() => new(
        [.. container.AllPortfolios.Select(portfolio => portfolio.Recorder.Journal)],
        [.. container.Classifiers.Select(classifier => classifier.Recorder.Journal)],
        container.Total.Equity);

    /// <summary>The journal of what is recorded after the last chunk, to which classifiers add nothing.</summary>
    public RunJournal LastJournal() => Journal() with
    {
        Classifiers =
        [
            .. container.Classifiers.Select(classifier => new ClassifierJournal { BarsInState = classifier.Recorder.Journal.BarsInState }),
        ],
    };

    /// <summary>The faults of the containers that have stopped early so far.</summary>
    public IEnumerable<ContainerFault> Faults() => container.Classifiers
        .Select(classifier => classifier.Fault)
        .Concat(container.AllPortfolios.Select(portfolio => portfolio.Fault))
        .OfType<ContainerFault>();

    /// <summary>The description of the run for recorders.</summary>
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

    /// <summary>The result of the run.</summary>
    /// <param name="progress">The extent to which it was processed.</param>
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
                .. new CostWarnings(container.Config).All(),
                .. new FinerWarnings(container).All(),
                .. new SignalWarnings(container, progress.IsReadToItsEnd).All(),
                .. container.AllPortfolios.SelectMany(
                    portfolio => new PortfolioWarnings(
                        portfolio, container.Config.Execution, container.Engine.Adjustments, progress.IsReadToItsEnd).All()),
            ],
            BarsProcessed = progress.Bars,
            Turns = progress.Turns,
            IndicatorsRequested = container.Indicators.Requested,
            IndicatorsComputed = container.Indicators.Computed,
            WarmedUpAt = container.Indicators.ReadyTime is { } ticks ? new DateTime(ticks, DateTimeKind.Utc) : null,
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

    /// <summary>
    /// Warns if the first day of trading was never reached, and of indicators that had no value at the end. Not used for a run that was cut short,
    /// which might have reached both later.
    /// </summary>
    private IEnumerable<RunWarning> RunWarnings()
    {
        if (UndefinedIndicators() is { } undefined)
            yield return undefined;

        bool mayTrade = container.Config.TradeFrom is not { } first
            || container.AllPortfolios.Any(portfolio => portfolio.Market.Day >= first.DayNumber);
        if (!mayTrade)
        {
            yield return new RunWarning(
                "trade_from_after_data",
                FormattableString.Invariant($"trading would have begun on {container.Config.TradeFrom:yyyy-MM-dd}, but the data ended before that day"),
                "Set trade_from to a day in the data, or remove it.");
        }
    }

    private RunWarning? UndefinedIndicators()
    {
        UndefinedIndicator[] undefined = [.. container.Indicators.Undefined()
            .OrderBy(indicator => indicator.Since).ThenBy(indicator => indicator.Symbol, StringComparer.Ordinal)
            .ThenBy(indicator => indicator.Name, StringComparer.Ordinal)];
        if (undefined.Length == 0)
            return null;
        string first = string.Join(
            ", ", undefined.Take(MostIndicators).Select(indicator => FormattableString.Invariant(
                $"{indicator.Name} of {indicator.Symbol} since {indicator.Since:yyyy-MM-dd HH:mm}Z")));
        string more = undefined.Length > MostIndicators ? FormattableString.Invariant($" and {undefined.Length - MostIndicators:N0} more") : "";
        return new RunWarning(
            "undefined_indicator",
            $"indicators that were ready became undefined until the end of the run: {first}{more}",
            "Check what they read from then on, such as a change from zero, a ratio to zero volume, or a plugin that returns NaN.");
    }
}
