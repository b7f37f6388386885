using Backtest.Research;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The input of a run's panels; what several panels need is computed once.</summary>
internal sealed class RunContext : IRunContext
{
    private readonly Lazy<DailyCurve> _curve;
    private readonly Lazy<DailyCurve?> _buyAndHold;
    private readonly Lazy<IReadOnlyList<TradeStory>> _trades;
    private readonly Lazy<TradeExplanations> _explanations;

    /// <param name="run">The run.</param>
    /// <param name="charts">The data collected from its bars, or null if not available.</param>
    /// <param name="doubts">The doubts, most serious first.</param>
    public RunContext(StoredRun run, ChartObserver? charts, IReadOnlyList<Doubt> doubts)
    {
        Run = run;
        Doubts = doubts;
        Multipliers = new InstrumentMultipliers(run.Manifest.Config);
        Charts = charts;
        _curve = new(() => DailyCurve.Of(run.Equity.Total, Initial));
        _buyAndHold = new(Compare);
        _explanations = new(() => charts?.Explanations ?? new TradeExplanations(run));
        _trades = new(() => TradeStory.Of(run, Multipliers));
    }

    /// <inheritdoc/>
    public StoredRun Run { get; }

    /// <summary>The doubts, most serious first.</summary>
    public IReadOnlyList<Doubt> Doubts { get; }

    /// <summary>The data collected from its bars, or null if not available.</summary>
    public ChartObserver? Charts { get; }

    /// <summary>The metrics of all portfolios together, or null for a run that ends with signals.</summary>
    public PerformanceMetrics? Total => Run.Metrics?.Total;

    /// <summary>The multipliers of instruments.</summary>
    public InstrumentMultipliers Multipliers { get; }

    /// <summary>The currency of all amounts.</summary>
    public string Currency => Run.Manifest.Currency ?? "";

    /// <summary>The initial capital of all portfolios together.</summary>
    public double Initial => (double)(Total?.InitialCapital ?? 0);

    /// <summary>The number of years of 365.25 days between the first and the last turn.</summary>
    public double Years => Run.Equity.Total is { Count: > 1 } total ? (total.Times[^1] - total.Times[0]).TotalDays / 365.25 : 0;

    /// <summary>The number of returns per year with which annual figures are scaled.</summary>
    public double PeriodsPerYear => Run.Manifest.PeriodsPerYear.GetValueOrDefault("total", 252);

    /// <summary>The daily equity of all portfolios together.</summary>
    public DailyCurve Curve => _curve.Value;

    /// <summary>The value of the traded symbols, bought and held, or null without bars or trades.</summary>
    public DailyCurve? BuyAndHold => _buyAndHold.Value;

    /// <summary>The Monte Carlo report, or null if there is none.</summary>
    public MonteCarloReport? MonteCarlo => MonteCarloFiles.Find(Run);

    /// <summary>The closed trades.</summary>
    public IReadOnlyList<TradeStory> Trades => _trades.Value;

    /// <summary>The explanations of trades; without bars if the data is not available.</summary>
    public TradeExplanations Explanations => _explanations.Value;

    private DailyCurve? Compare() => Charts is { Closes: var closes } && closes.Values.Any(symbol => symbol.Days.Count > 0)
        ? Reporting.BuyAndHold.Of(Initial, [.. closes.Values.Where(symbol => symbol.Days.Count > 0)], Curve.Days.Select(day => day.Day))
        : null;
}
