using System.Globalization;

namespace Backtest.Engine;

/// <summary>
/// Warns of costs that were probably written as percentages where fractions are expected: valid values, but larger than in any market.
/// </summary>
internal sealed class CostWarnings(WorkflowConfig config)
{
    private const double HighCommission = 0.02;
    private const double HighCap = 0.1;
    private const double HighRate = 0.5;

    /// <summary>A warning for each such cost.</summary>
    public IEnumerable<RunWarning> All()
    {
        if (config.Workflow == Workflows.Signals)
            return []; // nothing trades
        return
        [
            .. Commissions(config.Execution.Commission),
            .. Rates(config.Execution.Interest),
            .. Of("metrics.risk_free_rate", config.Metrics.RiskFreeRate, HighRate, "a year"),
        ];
    }

    private static IEnumerable<RunWarning> Commissions(CommissionConfig commission) => commission switch
    {
        CommissionConfig.Percent percent => Of("execution.commission.value", (double)percent.Value, HighCommission, "of the value of each trade"),
        CommissionConfig.MakerTaker parts =>
        [
            .. Of("execution.commission.maker", (double)parts.Maker, HighCommission, "of the value of each trade"),
            .. Of("execution.commission.taker", (double)parts.Taker, HighCommission, "of the value of each trade"),
        ],
        CommissionConfig.PerShare { Maximum: { } maximum } => Of("execution.commission.maximum", (double)maximum, HighCap, "of the value of each trade"),
        CommissionConfig.Sum sum => sum.Parts.SelectMany(Commissions),
        _ => [],
    };

    private static IEnumerable<RunWarning> Rates(InterestConfig? interest) => interest is null ? [] :
    [
        .. Of("execution.interest.margin", (double)interest.Margin, HighRate, "a year"), .. Of("execution.interest.cash", (double)interest.Cash, HighRate, "a year"),
    ];

    private static IEnumerable<RunWarning> Of(string key, double value, double high, string of)
    {
        if (!(value > high))
            yield break;
        yield return new RunWarning(
            "looks_like_percent",
            string.Create(CultureInfo.InvariantCulture, $"{key} is {value}, which is {value:#,##0.##%} {of}"),
            string.Create(CultureInfo.InvariantCulture, $"Values are fractions: for {value}%, write {value / 100:0.############}. If the value is intended, ignore this warning."));
    }
}
