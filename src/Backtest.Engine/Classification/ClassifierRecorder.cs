using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Records the regimes of a classifier, in the order of turns.</summary>
/// <param name="classifier">The classifier.</param>
/// <param name="hasHashes">Whether the records are hashed.</param>
internal sealed class ClassifierRecorder(ClassifierDescription classifier, bool hasHashes)
{
    private readonly EventHash? _regimes = hasHashes ? new EventHash(new HashedNames(RowNames.OfClassifier(classifier))) : null;
    private readonly EventHash? _probabilities = hasHashes ? new EventHash(new HashedNames(RowNames.OfClassifier(classifier))) : null;
    private long _sequence;

    /// <summary>The regimes of the chunk.</summary>
    public ClassifierJournal Journal { get; } = new() { BarsInState = new long[classifier.States.Count + 1] };

    /// <summary>The hashes of the tables, in their order; <see langword="null"/> if nothing is hashed.</summary>
    public IReadOnlyList<EventHash>? Hashes => _regimes is null || _probabilities is null ? null : [_regimes, _probabilities];

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
        Journal.BarsInState[state < 0 ? classifier.States.Count : state]++;
        string? symbol = classifier.Reference is not null ? null : series.Instrument.Symbol;
        if (state != (row > 0 ? column.State(row - 1) : column.PreviousState))
        {
            var change = new RegimeRecord(++_sequence, series.End[row], series.Start[row], symbol, state, column.Confidence(row));
            Journal.Regimes.Add(change);
            _regimes?.Add(change);
        }

        ReadOnlySpan<double> probabilities = column.Probabilities(row);
        if (probabilities.IsEmpty)
            return;
        for (int s = 0; s < probabilities.Length; s++)
        {
            var probability = new RegimeProbabilityRecord(series.End[row], series.Start[row], symbol, s, probabilities[s]);
            Journal.Probabilities.Add(probability);
            _probabilities?.Add(probability);
        }
    }
}
