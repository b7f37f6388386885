using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The emitter of a universe strategy on one of its symbols: it emits at the turn, even if the symbol has no bar in it.</summary>
internal sealed class UniverseEmitter(
    ISignalSender sender, BarSeries series, PositionCell position, Market market, IndicatorReader<double>? range)
    : StrategyEmitter(sender, series, position, range)
{
    protected override int BarRow => market.Rows[Series.Index];

    protected override long Time => market.Time;

    protected override int Day => market.Day;
}
