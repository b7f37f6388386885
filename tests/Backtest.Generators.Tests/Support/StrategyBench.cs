using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>One strategy node on one series, and its signals.</summary>
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

    /// <summary>Handles the rows from <paramref name="from"/> to <paramref name="to"/>, exclusive.</summary>
    public void Run(int from, int to)
    {
        for (int row = from; row < to; row++)
            Node.OnTurn(row);
    }

    /// <summary>Handles only the rows at which the node asks to be called.</summary>
    public void RunWhereAsked(int from, int to)
    {
        for (int row = from; row < to; row++)
        {
            row = Node.Next(row, to, marks: true);
            if (row < to)
                Node.OnTurn(row);
        }
    }
}
