using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Writes down what a classifier saw, in the order of turns.</summary>
internal sealed class ClassifierRecorder(int stateCount, bool isMarket)
{
    private readonly EventHash _regimes = new();
    private readonly EventHash _probabilities = new();
    private long _sequence;

    /// <summary>What the classifier saw in the chunk.</summary>
    public ClassifierJournal Journal { get; } = new() { BarsInState = new long[stateCount + 1] };

    /// <summary>The hashes of the tables, in their order.</summary>
    public IReadOnlyList<EventHash> Hashes => [_regimes, _probabilities];

    public void Record(BarChunk chunk, ClassifierRunner runner)
    {
        for (int t = 0; t < chunk.TurnCount && chunk.End(t) < runner.FaultTime; t++)
        {
            Record(runner, chunk.Bars(t));
            Record(runner, chunk.HigherBars(t));
        }
    }

    private void Record(ClassifierRunner runner, ReadOnlySpan<TurnBar> bars)
    {
        foreach (TurnBar bar in bars)
        {
            if (runner.Column(bar.Series) is { } column)
                Record(column, bar.Row);
        }
    }

    private void Record(RegimeColumn column, int row)
    {
        BarSeries series = column.Series;
        int state = column.State(row);
        Journal.BarsInState[state < 0 ? stateCount : state]++;
        string? symbol = isMarket ? null : series.Instrument.Symbol;
        if (state != (row > 0 ? column.State(row - 1) : column.PreviousState))
        {
            Journal.Regimes.Add(new RegimeRecord(
                ++_sequence, series.End[row], series.Start[row], symbol, state, column.Confidence(row)));
            _regimes.Add(series.End[row]);
            _regimes.Add(series.Instrument.Index);
            _regimes.Add(state);
            _regimes.Add(column.Confidence(row));
        }

        ReadOnlySpan<double> probabilities = column.Probabilities(row);
        if (probabilities.IsEmpty)
            return;
        _probabilities.Add(series.End[row]);
        _probabilities.Add(series.Instrument.Index);
        for (int s = 0; s < probabilities.Length; s++)
        {
            Journal.Probabilities.Add(new RegimeProbabilityRecord(series.End[row], series.Start[row], symbol, s, probabilities[s]));
            _probabilities.Add(probabilities[s]);
        }
    }
}
