using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Records the regime a classifier sets for each bar, and passes it on.</summary>
internal sealed class ObservedRegimes(RegimeEmitter inner, BarSeries bars, NodeObserver node) : RegimeEmitter
{
    /// <summary>The names of the states; known once the node is created.</summary>
    public IReadOnlyList<string> States { get; set; } = [];

    public override void Set(int state, double confidence)
    {
        node.Meter?.Leave();
        inner.Row = Row;
        inner.Set(state, confidence);
        Keep(state, confidence, []);
        node.Meter?.Enter();
    }

    public override void Set(int state, double confidence, ReadOnlySpan<double> probabilities)
    {
        node.Meter?.Leave();
        inner.Row = Row;
        inner.Set(state, confidence, probabilities);
        Keep(state, confidence, probabilities);
        node.Meter?.Enter();
    }

    private void Keep(int state, double confidence, ReadOnlySpan<double> probabilities)
    {
        int index = (int)bars.FirstIndex + Row;
        string name = state < 0 ? RegimeEvent.Unknown : States[state];
        node.Decide(bars.End[Row], bars.Instrument.Symbol, index, new RecordedRegime(index, name, confidence, probabilities.ToArray()));
    }
}
