using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A row of the equity table, for a turn and a portfolio or the total.</summary>
/// <param name="columns">The rows of the chunk.</param>
/// <param name="row">The index of the row.</param>
internal readonly struct EquityRow(EquityColumns columns, int row) : IRow
{
    private readonly long _bar = columns.BarStart[row];
    private readonly double _equity = columns.Equity[row];
    private readonly double _cash = columns.Cash[row];
    private readonly double _exposure = columns.Exposure[row];
    private readonly double _drawdown = columns.Drawdown[row];

    /// <inheritdoc/>
    public static string Table => "equity";

    /// <summary>The end of the turn, UTC ticks.</summary>
    public long Time { get; } = columns.Time[row];

    /// <inheritdoc/>
    public TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        fields.Time("time", Time);
        fields.Time("bar", _bar);
        fields.Container("portfolio");
        fields.Number("equity", _equity);
        fields.Number("cash", _cash);
        fields.Number("exposure", _exposure);
        fields.Number("drawdown", _drawdown);
        return fields;
    }
}
