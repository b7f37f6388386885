using System.Buffers;
using System.Text.Json.Serialization;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The performance of a portfolio, in fractions and money. A figure that cannot be computed is null.</summary>
/// <remarks>Returns are those of each day's last equity; the first day's return is on the initial capital.</remarks>
public sealed record PerformanceMetrics
{
    internal const double TailProbability = 0.05;

    /// <summary>How the portfolio ended, or null for the total.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PortfolioStatus? Status { get; init; }

    /// <summary>The initial capital, in money.</summary>
    public required decimal InitialCapital { get; init; }

    /// <summary>The final equity, in money.</summary>
    public required decimal FinalEquity { get; init; }

    /// <summary>Final equity divided by initial capital, minus one.</summary>
    public required double? TotalReturn { get; init; }

    /// <summary>
    /// The yearly growth rate that compounds to the total return, with a year of 365.25 calendar days; −1 if everything was lost, or more.
    /// </summary>
    public required double? Cagr { get; init; }

    /// <summary>The sample standard deviation of returns, times the square root of the periods per year.</summary>
    public required double? Volatility { get; init; }

    /// <summary>
    /// The mean return above the risk-free one divided by the sample standard deviation, times the square root of the periods per year (Sharpe,
    /// 1994). The risk-free return per period compounds to the yearly rate.
    /// </summary>
    public required double? Sharpe { get; init; }

    /// <summary>The same divided by the downside deviation below the risk-free return, over all returns (Sortino and Price, 1994).</summary>
    public required double? Sortino { get; init; }

    /// <summary>The yearly growth rate divided by the deepest drawdown (Young, 1991, over the whole time).</summary>
    public required double? Calmar { get; init; }

    /// <summary>The deepest fall of daily equity from its peak, as a fraction of that peak; zero or positive.</summary>
    public required double? MaxDrawdown { get; init; }

    /// <summary>The longest time from a peak to its recovery, or to the last day, in calendar days.</summary>
    public required int? MaxDrawdownDays { get; init; }

    /// <summary>
    /// The loss at the 5th percentile of returns, by linear interpolation (historical value at risk; Hyndman and Fan, 1996, type 7).
    /// Zero if that percentile is a gain.
    /// </summary>
    public required double? ValueAtRisk95 { get; init; }

    /// <summary>
    /// The mean loss of the returns at or below the 5th percentile (Rockafellar and Uryasev, 2000). Zero if that mean is a gain.
    /// </summary>
    public required double? ConditionalValueAtRisk95 { get; init; }

    /// <summary>The unbiased skewness of returns: G₁ of Joanes and Gill (1998).</summary>
    public required double? Skewness { get; init; }

    /// <summary>The unbiased excess kurtosis of returns: G₂ of Joanes and Gill (1998); zero for a normal distribution.</summary>
    public required double? Kurtosis { get; init; }

    /// <summary>The fraction of bars that ended with a position, in [0, 1].</summary>
    public required double? Exposure { get; init; }

    /// <summary>Half the value traded divided by the mean equity of all bars, per year.</summary>
    public required double? Turnover { get; init; }

    /// <summary>The number of orders placed.</summary>
    public required int Orders { get; init; }

    /// <summary>The number of fills.</summary>
    public required int Fills { get; init; }

    /// <summary>The number of closed trades.</summary>
    public required int Trades { get; init; }

    /// <summary>The fraction of trades with a profit above zero, in [0, 1].</summary>
    public required double? WinRate { get; init; }

    /// <summary>Money gained by winning trades divided by money lost by losing ones.</summary>
    public required double? ProfitFactor { get; init; }

    /// <summary>The mean return of a trade, as a fraction of the value entered.</summary>
    public required double? Expectancy { get; init; }

    /// <summary>The mean profit of a trade after commissions, in money.</summary>
    public required double? AverageTrade { get; init; }

    /// <summary>Commissions paid, in money.</summary>
    public required decimal Commission { get; init; }

    /// <summary>Money lost relative to the prices before slippage.</summary>
    public required decimal Slippage { get; init; }

    /// <summary>Dividends received minus those paid on short positions, in money.</summary>
    public required decimal Dividends { get; init; }

    /// <summary>The cost of borrowing for short positions, in money.</summary>
    public decimal BorrowCost { get; init; }

    /// <summary>Interest paid on borrowed money.</summary>
    public decimal MarginInterest { get; init; }

    /// <summary>Interest received on cash.</summary>
    public decimal CashInterest { get; init; }

    /// <summary>Statistics of days; null in files of earlier releases.</summary>
    public DailyMetrics? Daily { get; init; }

    /// <summary>Statistics of closed trades; null in files of earlier releases.</summary>
    public TradeMetrics? Trading { get; init; }

    /// <summary>The performance relative to the benchmark, or null if the run has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BenchmarkMetrics? Benchmark { get; init; }

    /// <summary>Measures a curve without trading activity.</summary>
    /// <param name="curve">The daily equity.</param>
    /// <param name="config">The risk-free rate and the periods per year.</param>
    public static PerformanceMetrics Of(EquityCurve curve, MetricsConfig config) => Of(curve, new TradingActivity(), config);

    /// <summary>Measures a portfolio.</summary>
    /// <param name="curve">The daily equity.</param>
    /// <param name="activity">Its trading activity.</param>
    /// <param name="config">The risk-free rate and the periods per year.</param>
    /// <param name="benchmark">The benchmark, or null.</param>
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
        // After everything was lost, any remaining equity is an accident of the next price, and does not grow.
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
