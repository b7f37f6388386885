using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>What the factories share while they build the tree of one trial.</summary>
/// <param name="Pass">What the trial shares with the other trials of the pass.</param>
/// <param name="Config">The configuration of the trial.</param>
/// <param name="Bars">The bars, of all timeframes the trial requests.</param>
/// <param name="Hub">The indicators the trial requests.</param>
/// <param name="Universes">The universes: which symbols may be entered when.</param>
/// <param name="Engine">Executes all orders.</param>
/// <param name="Errors">Collects the errors.</param>
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

    /// <summary>Finds the plugins.</summary>
    public PluginResolver Plugins => Pass.Plugins;

    /// <summary>The number of bars per year.</summary>
    public TradingYears Years => Pass.Years;

    /// <summary>The first day of trading, as a day number.</summary>
    public int TradeFrom => Config.TradeFrom?.DayNumber ?? int.MinValue;

    /// <summary>The run's own token.</summary>
    public CancellationToken Cancellation => Pass.Cancellation;

    /// <summary>Requests the average true range of a series.</summary>
    public IndicatorReader<double> AverageTrueRange(int period, BarSeries bars) => Hub.Request<double>(Indicators.Atr(period), bars);

    /// <summary>
    /// Creates an object that contains a plugin. If the parameters lead to an invalid indicator, the error points to them; if the plugin throws, the
    /// error names the plugin.
    /// </summary>
    /// <exception cref="InputException">The parameters lead to an invalid indicator, or the plugin threw.</exception>
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

    /// <summary>The error of a plugin that threw while it was set up.</summary>
    public InputError Thrown(string key, SourcePosition position, Exception exception)
    {
        Exception cause = ExceptionText.Cause(exception);
        string message = ExceptionText.Message(cause).ReplaceLineEndings(" ");
        return new InputError("plugin_threw", $"the plugin threw {cause.GetType().Name} during setup: {message}")
        {
            Key = key,
            Position = Locate(position),
            Fix = "The plugin has a bug, or its file is damaged. Build it again, or install another release.",
        };
    }

    /// <summary>The bars per year of the first wanted instrument in a timeframe; without such an instrument, the number of daily bars.</summary>
    /// <param name="timeframe">The timeframe; <see langword="null"/> for the finest.</param>
    /// <param name="isWanted">Selects instruments.</param>
    public double BarsPerYear(Timeframe? timeframe, Func<Instrument, bool> isWanted) =>
        Instruments.FirstOrDefault(isWanted) is { } first
            ? Years.BarsOf(first, timeframe ?? Series[first.Index].Timeframe)
            : Years.DaysOf(EveryDayCalendar.Utc);

    /// <summary>Adds an error if the bars of the wanted instruments do not make up the timeframe to decide on.</summary>
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

    /// <summary>A position in the run file, with the name of the file added if it is missing.</summary>
    public SourcePosition Locate(SourcePosition position) =>
        position.File is null ? position with { File = Config.File } : position;
}
