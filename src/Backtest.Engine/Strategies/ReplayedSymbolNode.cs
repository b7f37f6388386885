using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// One symbol of a strategy whose signals are replayed, as its group and the recorder see it: it has the numbers behind the current signal.
/// </summary>
internal sealed class ReplayedSymbolNode(StrategyConnections connections, IReadOnlyList<string> names) : StrategyNode(connections)
{
    /// <summary>The numbers behind the current signal.</summary>
    public IReadOnlyList<double> Values { get; set; } = [];

    public override IReadOnlyList<string> IndicatorNames => names;

    public override void OnTurn(int row)
    {
    }

    public override void ReadIndicators(int row, Span<double> values)
    {
        values.Fill(double.NaN);
        for (int i = 0; i < Values.Count; i++)
            values[i] = Values[i];
    }
}
