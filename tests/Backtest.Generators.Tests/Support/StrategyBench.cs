using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>One strategy node on one series, and what it signals.</summary>
internal sealed class StrategyBench
{
    private readonly SignalRecorder _recorder = new();

    public StrategyBench(StrategyFactory factory, BarSeries bars, string parameters = "{}")
    {
        var indicators = new IndicatorTable(bars);
        Node = factory.Create(
            Written.Parse(parameters), new BindingContext(), new StrategyConnections(bars, indicators, _recorder, Position));
        indicators.Compute();
    }

    public PositionCell Position { get; } = new();

    public StrategyNode Node { get; }

    public IReadOnlyList<RecordedSignal> Signals => _recorder.Signals;
}
