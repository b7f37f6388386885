using Backtest.Research;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>What panels are built of; what several need is computed once.</summary>
internal sealed class RunContext : IRunContext
{
    private readonly Lazy<DailyCurve> _curve;
    private readonly Lazy<DailyCurve?> _buyAndHold;
    private readonly Lazy<IReadOnlyList<TradeStory>> _trades;
    private readonly Lazy<TradeExplanations> _explanations;

    /// <param name="run">The run.</param>
    /// <param name="charts">What was kept of its bars, or null if they cannot be had.</param>
    /// <param name="doubts">What there is to doubt, the gravest first.</param>
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

    /// <summary>What there is to doubt, the gravest first.</summary>
    public IReadOnlyList<Doubt> Doubts { get; }

    /// <summary>What was kept of its bars, or null if they could not be had.</summary>
    public ChartObserver? Charts { get; }

    /// <summary>How it performed, all portfolios together; null for a run that ends with signals.</summary>
    public PerformanceMetrics? Total => Run.Metrics?.Total;

    /// <summary>What one unit of a price is worth.</summary>
    public InstrumentMultipliers Multipliers { get; }

    /// <summary>The currency of all money.</summary>
    public string Currency => Run.Manifest.Currency ?? "";

    /// <summary>What all portfolios together began with.</summary>
    public double Initial => (double)(Total?.InitialCapital ?? 0);

    /// <summary>Years of 365.25 days between the first and the last turn.</summary>
    public double Years => Run.Equity.Total is { Count: > 1 } total ? (total.Times[^1] - total.Times[0]).TotalDays / 365.25 : 0;

    /// <summary>How many returns a year annual figures are scaled by.</summary>
    public double PeriodsPerYear => Run.Manifest.PeriodsPerYear.GetValueOrDefault("total", 252);

    /// <summary>What all portfolios together were worth, day by day.</summary>
    public DailyCurve Curve => _curve.Value;

    /// <summary>The same of the traded symbols, bought and held; null without bars or without a trade.</summary>
    public DailyCurve? BuyAndHold => _buyAndHold.Value;

    /// <summary>What it could as well have come to, or null where that was not asked.</summary>
    public MonteCarloReport? MonteCarlo => MonteCarloFiles.Find(Run);

    /// <summary>The trades that ended.</summary>
    public IReadOnlyList<TradeStory> Trades => _trades.Value;

    /// <summary>What led to trades; without bars in it where the data could not be had.</summary>
    public TradeExplanations Explanations => _explanations.Value;

    private DailyCurve? Compare() => Charts is { Closes: var closes } && closes.Values.Any(symbol => symbol.Days.Count > 0)
        ? Reporting.BuyAndHold.Of(Initial, [.. closes.Values.Where(symbol => symbol.Days.Count > 0)], Curve.Days.Select(day => day.Day))
        : null;
}
