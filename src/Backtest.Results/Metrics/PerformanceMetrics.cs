using System.Buffers;
using System.Text.Json.Serialization;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>How a portfolio performed. Fractions and money; a figure that cannot be had is null.</summary>
/// <remarks>Returns are those of the day's last equity, the first day's on the initial capital.</remarks>
public sealed record PerformanceMetrics
{
    internal const double TailProbability = 0.05;

    /// <summary>How the portfolio ended; null of the total.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PortfolioStatus? Status { get; init; }

    /// <summary>Money it began with.</summary>
    public required decimal InitialCapital { get; init; }

    /// <summary>What it was worth in the end, in money.</summary>
    public required decimal FinalEquity { get; init; }

    /// <summary>Final equity over initial capital, less one.</summary>
    public required double? TotalReturn { get; init; }

    /// <summary>The yearly growth rate that compounds to the total return, a year of 365.25 calendar days; −1 where all was lost, or more.</summary>
    public required double? Cagr { get; init; }

    /// <summary>The standard deviation of the sample of returns, times the root of the periods in a year.</summary>
    public required double? Volatility { get; init; }

    /// <summary>
    /// The mean return above the risk-free one over the deviation of the sample, times the root of the periods in a year (Sharpe, 1994).
    /// The risk-free return of a period compounds to the yearly rate.
    /// </summary>
    public required double? Sharpe { get; init; }

    /// <summary>The same over the downside deviation below the risk-free return, over all returns (Sortino and Price, 1994).</summary>
    public required double? Sortino { get; init; }

    /// <summary>The yearly growth rate over the deepest drawdown (Young, 1991, over the whole time).</summary>
    public required double? Calmar { get; init; }

    /// <summary>The deepest fall of daily equity from its peak, as a fraction of that peak; zero or above.</summary>
    public required double? MaxDrawdown { get; init; }

    /// <summary>The longest time from a peak to its recovery, or to the last day, in calendar days.</summary>
    public required int? MaxDrawdownDays { get; init; }

    /// <summary>
    /// The loss at the 5th percentile of returns, by linear interpolation (historical value at risk; Hyndman and Fan, 1996, type 7).
    /// Zero where that percentile is a gain.
    /// </summary>
    public required double? ValueAtRisk95 { get; init; }

    /// <summary>
    /// The mean loss of the returns at or below the 5th percentile (Rockafellar and Uryasev, 2000). Zero where that mean is a gain.
    /// </summary>
    public required double? ConditionalValueAtRisk95 { get; init; }

    /// <summary>The unbiased skewness of returns: G₁ of Joanes and Gill (1998).</summary>
    public required double? Skewness { get; init; }

    /// <summary>The unbiased excess kurtosis of returns: G₂ of Joanes and Gill (1998); zero for a normal distribution.</summary>
    public required double? Kurtosis { get; init; }

    /// <summary>The share of bars that ended with a position, in [0, 1].</summary>
    public required double? Exposure { get; init; }

    /// <summary>Half the value traded over the mean equity of all bars, a year.</summary>
    public required double? Turnover { get; init; }

    /// <summary>Orders placed.</summary>
    public required int Orders { get; init; }

    /// <summary>Fills.</summary>
    public required int Fills { get; init; }

    /// <summary>Trades closed.</summary>
    public required int Trades { get; init; }

    /// <summary>The share of trades with a profit above zero, in [0, 1].</summary>
    public required double? WinRate { get; init; }

    /// <summary>Money gained by winning trades over money lost by losing ones.</summary>
    public required double? ProfitFactor { get; init; }

    /// <summary>The mean return of a trade, as a fraction of the value entered.</summary>
    public required double? Expectancy { get; init; }

    /// <summary>The mean profit of a trade, in money, commissions taken off.</summary>
    public required double? AverageTrade { get; init; }

    /// <summary>Money paid for trades.</summary>
    public required decimal Commission { get; init; }

    /// <summary>Money lost against the prices before slippage.</summary>
    public required decimal Slippage { get; init; }

    /// <summary>Dividends received, those that shorts paid taken off.</summary>
    public required decimal Dividends { get; init; }

    /// <summary>What borrowing shorts cost.</summary>
    public decimal BorrowCost { get; init; }

    /// <summary>Interest paid on money borrowed.</summary>
    public decimal MarginInterest { get; init; }

    /// <summary>Interest received on cash.</summary>
    public decimal CashInterest { get; init; }

    /// <summary>What the days were like; null in files of earlier releases.</summary>
    public DailyMetrics? Daily { get; init; }

    /// <summary>What closed trades were like; null in files of earlier releases.</summary>
    public TradeMetrics? Trading { get; init; }

    /// <summary>How it did beside the benchmark; null where the run has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BenchmarkMetrics? Benchmark { get; init; }

    /// <summary>Measures a curve nothing was traded for.</summary>
    /// <param name="curve">What it was worth, day by day.</param>
    /// <param name="config">The risk-free rate and the periods in a year.</param>
    public static PerformanceMetrics Of(EquityCurve curve, MetricsConfig config) => Of(curve, new TradingActivity(), config);

    /// <summary>Measures a portfolio.</summary>
    /// <param name="curve">What it was worth, day by day.</param>
    /// <param name="activity">What it did.</param>
    /// <param name="config">The risk-free rate and the periods in a year.</param>
    /// <param name="benchmark">What it is compared with, or null.</param>
    public static PerformanceMetrics Of(EquityCurve curve, TradingActivity activity, MetricsConfig config, Benchmark? benchmark = null)
    {
        double[] buffer = ArrayPool<double>.Shared.Rent(curve.Days.Count);
        Span<double> daily = buffer.AsSpan(0, curve.Days.Count);
        curve.FillReturns(daily);
        double periods = ReturnPeriods.PerYear(curve, config);
        double riskFree = DeterministicMath.Pow(1 + config.RiskFreeRate, 1 / periods) - 1;
        PerformanceMetrics metrics = Of(curve, activity, daily, riskFree, periods);
        ArrayPool<double>.Shared.Return(buffer);
        return benchmark is null ? metrics : metrics with { Benchmark = BenchmarkMetrics.Of(curve, benchmark, riskFree, periods) };
    }

    private static PerformanceMetrics Of(
        EquityCurve curve, TradingActivity activity, ReadOnlySpan<double> daily, double riskFree, double periods)
    {
        DrawdownHistory drawdowns = DrawdownHistory.Of(curve);
        double? deepest = curve.Days.Count > 0 ? drawdowns.DeepestFall : null;
        var returns = new ReturnStatistics(daily);
        double scale = Math.Sqrt(periods);
        double growth = (double)curve.FinalEquity / (double)curve.InitialCapital;
        // What is left once all was lost is what the next price happened to leave, and grows no more.
        double kept = curve.Status == PortfolioStatus.Ruined ? 0 : Math.Max(0, growth);
        double? cagr = curve.Years > 0 ? Finite(DeterministicMath.Pow(kept, 1 / curve.Years) - 1) : null;
        ReturnTails? tails = returns.Tails(TailProbability);
        return new PerformanceMetrics
        {
            Status = curve.Status,
            InitialCapital = curve.InitialCapital,
            FinalEquity = curve.FinalEquity,
            TotalReturn = Finite(growth - 1),
            Cagr = cagr,
            Volatility = returns.Deviation * scale,
            Sharpe = Ratio(returns.Mean - riskFree, returns.Deviation) * scale,
            Sortino = Ratio(returns.Mean - riskFree, returns.DownsideDeviation(riskFree)) * scale,
            Calmar = Ratio(cagr, deepest),
            MaxDrawdown = deepest,
            MaxDrawdownDays = curve.Days.Count > 0 ? drawdowns.LongestDays : null,
            ValueAtRisk95 = Loss(tails?.Low),
            ConditionalValueAtRisk95 = Loss(tails?.MeanBelow),
            Skewness = returns.Skewness,
            Kurtosis = returns.Kurtosis,
            Exposure = activity.Exposure,
            Turnover = activity.Turnover(curve.Years),
            Orders = activity.Orders,
            Fills = activity.Fills,
            Trades = activity.Trades,
            WinRate = activity.WinRate,
            ProfitFactor = activity.ProfitFactor,
            Expectancy = activity.Expectancy,
            AverageTrade = activity.AverageTrade,
            Commission = activity.Commission,
            Slippage = activity.Slippage,
            Dividends = activity.Dividends,
            BorrowCost = activity.BorrowCost,
            MarginInterest = activity.MarginInterest,
            CashInterest = activity.CashInterest,
            Daily = DailyMetrics.Of(curve, drawdowns, daily, returns.Sums, riskFree, periods) with { TailRatio = Ratio(Size(tails?.High), Size(tails?.Low)) },
            Trading = activity.MeasureTrades(),
        };
    }

    private static double? Ratio(double? value, double? over) => over > 0 ? Finite(value / over) : null;

    private static double? Size(double? value) => value is { } known ? Math.Abs(known) : null;

    private static double? Loss(double? change) => change is { } value ? Math.Max(0, -value) : null;

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
