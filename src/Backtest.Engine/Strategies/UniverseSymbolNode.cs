using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// One symbol of a universe strategy, as its group and the recorder see it: it knows when the symbol's indicators are ready, and passes on the events
/// of the symbol.
/// </summary>
internal sealed class UniverseSymbolNode(StrategyConnections connections) : StrategyNode(connections)
{
    /// <summary>The node that decides on all symbols.</summary>
    public UniverseNode? Universe { get; set; }

    public override IReadOnlyList<string> IndicatorNames => Universe!.IndicatorNames;

    /// <summary>Requests an indicator on the symbol's bars.</summary>
    public IndicatorReader<TValue> Ask<TValue>(IndicatorSpec spec)
        where TValue : struct => Request<TValue>(spec);

    /// <summary>Requests the symbol's bars of another timeframe.</summary>
    public BarsReader AskBars(Timeframe timeframe, int offset) => RequestBars(timeframe, offset);

    public override void OnTurn(int row)
    {
        if (!IsReady)
            BecomesReady(row);
    }

    public override void ReadIndicators(int row, Span<double> values) => Universe!.ReadIndicators(Bars.Instrument, values);

    public override void OnFill(in FillEvent fill) => Universe!.OnFill(fill);

    public override void OnReject(in OrderRejectedEvent reject) => Universe!.OnReject(reject);

    public override void OnCancel(in OrderCanceledEvent cancel) => Universe!.OnCancel(cancel);
}
