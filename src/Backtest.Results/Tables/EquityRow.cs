using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A row of the equity table: of a turn and portfolio, or of the total.</summary>
/// <param name="columns">The rows of the chunk.</param>
/// <param name="row">Which of them.</param>
internal readonly struct EquityRow(EquityColumns? columns, int row) : IRow
{
    /// <inheritdoc/>
    public static string Table => "equity";

    /// <inheritdoc/>
    public TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        fields.Time("time", columns?.Time[row] ?? 0);
        fields.Time("bar", columns?.BarStart[row] ?? 0);
        fields.Container("portfolio");
        fields.Number("equity", columns?.Equity[row] ?? 0);
        fields.Number("cash", columns?.Cash[row] ?? 0);
        fields.Number("exposure", columns?.Exposure[row] ?? 0);
        fields.Number("drawdown", columns?.Drawdown[row] ?? 0);
        return fields;
    }
}
