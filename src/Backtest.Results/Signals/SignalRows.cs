using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A row of the table of statistics.</summary>
internal readonly struct StatisticRow(SignalStatistic? statistic) : IRow
{
    /// <inheritdoc/>
    public static string Table => "signal_statistics";

    /// <inheritdoc/>
    public TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        fields.Text("portfolio", statistic?.Portfolio);
        fields.Text("strategy", statistic?.Strategy);
        fields.Word("group", statistic?.Group ?? SignalGroup.All);
        fields.Text("symbol", statistic?.Symbol);
        fields.Text("regime", statistic?.Regime);
        fields.Integer("horizon", statistic?.Horizon ?? 0);
        fields.Integer("signals", statistic?.Signals ?? 0);
        fields.Integer("measured", statistic?.Measured ?? 0);
        fields.Number("hit_rate", statistic?.HitRate ?? double.NaN);
        fields.Number("expectancy", statistic?.Expectancy ?? double.NaN);
        fields.Number("t", statistic?.T ?? double.NaN);
        fields.Number("mfe", statistic?.Mfe ?? double.NaN);
        fields.Number("mae", statistic?.Mae ?? double.NaN);
        fields.Number("coefficient", statistic?.Coefficient ?? double.NaN);
        fields.Word("coefficient_over", statistic?.CoefficientOver ?? CoefficientKind.None);
        fields.Number("coefficient_t", statistic?.CoefficientT ?? double.NaN);
        fields.Integer("dates", statistic?.Dates ?? 0);
        return fields;
    }
}

/// <summary>A row of the table of overlaps.</summary>
internal readonly struct OverlapRow(SignalOverlap? overlap) : IRow
{
    /// <inheritdoc/>
    public static string Table => "signal_overlap";

    /// <inheritdoc/>
    public TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        fields.Text("portfolio", overlap?.Portfolio);
        fields.Text("strategy", overlap?.Strategy);
        fields.Text("other_portfolio", overlap?.OtherPortfolio);
        fields.Text("other_strategy", overlap?.OtherStrategy);
        fields.Number("correlation", overlap?.Correlation ?? double.NaN);
        fields.Integer("days", overlap?.Days ?? 0);
        fields.Integer("signals", overlap?.Signals ?? 0);
        fields.Integer("other_signals", overlap?.OtherSignals ?? 0);
        fields.Integer("shared", overlap?.Shared ?? 0);
        fields.Number("share", overlap?.Share ?? double.NaN);
        return fields;
    }
}
