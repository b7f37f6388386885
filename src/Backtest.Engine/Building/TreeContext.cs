using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>What the factories of one trial's tree share while they build it.</summary>
/// <param name="Pass">What the trial shares with others.</param>
/// <param name="Config">The trial.</param>
/// <param name="Bars">The bars, of all timeframes it asks for.</param>
/// <param name="Hub">The indicators it asks for.</param>
/// <param name="Universes">Which symbols may be entered when.</param>
/// <param name="Engine">Executes all orders.</param>
/// <param name="Errors">Takes what is wrong.</param>
internal sealed record TreeContext(
    PassContext Pass,
    WorkflowConfig Config,
    RunSeries Bars,
    IndicatorRequests Hub,
    UniverseCatalog Universes,
    BacktestEngine Engine,
    List<InputError> Errors)
{
    /// <summary>The finest bars, by the index of their instruments.</summary>
    public IReadOnlyList<BarSeries> Series => Bars.Finest;

    /// <summary>The instruments, by index.</summary>
    public IReadOnlyList<Instrument> Instruments => Pass.Instruments;

    /// <summary>Splits and dividends.</summary>
    public ActionSchedule Actions => Pass.Actions;

    /// <summary>Where plugins are found.</summary>
    public PluginResolver Plugins => Pass.Plugins;

    /// <summary>How many bars a year has.</summary>
    public TradingYears Years => Pass.Years;

    /// <summary>The first day of trading, as a day number.</summary>
    public int TradeFrom => Config.TradeFrom?.DayNumber ?? int.MinValue;

    /// <summary>The run's own token.</summary>
    public CancellationToken Cancellation => Pass.Cancellation;

    /// <summary>Asks for the average true range of a series.</summary>
    public IndicatorReader<double> AverageTrueRange(int period, BarSeries bars) => Hub.Request<double>(Indicators.Atr(period), bars);

    /// <summary>
    /// Makes what holds a plugin; an indicator that its parameters do not allow is an error of theirs, and what the plugin throws is one
    /// of the plugin.
    /// </summary>
    /// <exception cref="InputException">The parameters make an indicator that cannot be, or the plugin threw.</exception>
    public TPart Create<TPart>(string key, SourcePosition position, Func<TPart> create)
    {
        try
        {
            return create();
        }
        catch (InputException exception)
        {
            throw new InputException(
                [.. exception.Errors.Select(error => error with { Key = $"{key}.parameters", Position = Locate(position) })]);
        }
        catch (Exception exception) when (!Interruption.Is(exception, Cancellation))
        {
            throw new InputException(Thrown(key, position, exception));
        }
    }

    /// <summary>The error that a plugin threw while it was set up.</summary>
    public InputError Thrown(string key, SourcePosition position, Exception exception)
    {
        Exception cause = ExceptionText.Cause(exception);
        string message = ExceptionText.Message(cause).ReplaceLineEndings(" ");
        return new InputError("plugin_threw", $"the plugin threw {cause.GetType().Name} while it was set up: {message}")
        {
            Key = key,
            Position = Locate(position),
            Fix = "The plugin has a fault, or its file is damaged: build it again, or get another release.",
        };
    }

    /// <summary>How many bars of a timeframe a year has of the first instrument wanted; of none: as many as of daily bars.</summary>
    /// <param name="timeframe">The timeframe; <see langword="null"/>: the finest.</param>
    /// <param name="isWanted">Which instruments there are.</param>
    public double BarsPerYear(Timeframe? timeframe, Func<Instrument, bool> isWanted) =>
        Instruments.FirstOrDefault(isWanted) is { } first
            ? Years.BarsOf(first, timeframe ?? Series[first.Index].Timeframe)
            : Years.DaysOf(EveryDayCalendar.Utc);

    /// <summary>Adds an error where the bars of instruments do not make up the timeframe to decide on.</summary>
    /// <returns>Whether they do.</returns>
    public bool CheckTimeframe(Timeframe? timeframe, Func<Instrument, bool> isWanted, string key, SourcePosition position)
    {
        if (timeframe is not { } wanted)
            return true;
        foreach (Instrument instrument in Instruments)
        {
            if (!isWanted(instrument) || Bars.Problem(instrument, wanted) is not { } problem)
                continue;
            Error(problem.Code, $"{key}.timeframe", position, problem.Message, problem.Fix);
            return false;
        }

        return true;
    }

    /// <summary>Adds an error at a place of the run file.</summary>
    public void Error(string code, string key, SourcePosition position, string message, string? fix = null) =>
        Errors.Add(new InputError(code, message)
        {
            Key = key,
            Position = Locate(position),
            Fix = fix,
        });

    /// <summary>A place in the run file, which it names where it does not yet.</summary>
    public SourcePosition Locate(SourcePosition position) =>
        position.File is null ? position with { File = Config.File } : position;
}
