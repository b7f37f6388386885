using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Keeps a classifier's output for every bar, without allocating within its capacity.</summary>
internal sealed class RegimeRecorder(int capacity) : RegimeEmitter
{
    private readonly List<(int Row, int State, double Confidence)> _regimes = new(capacity);
    private readonly List<double> _probabilities = new(capacity * 8);
    private readonly List<int> _ends = new(capacity);

    public override void Set(int state, double confidence) => Set(state, confidence, default);

    public override void Set(int state, double confidence, ReadOnlySpan<double> probabilities)
    {
        _regimes.Add((Row, state, confidence));
        foreach (double probability in probabilities)
            _probabilities.Add(probability);
        _ends.Add(_probabilities.Count);
    }

    /// <summary>The recorded regimes, with the states by name.</summary>
    public IReadOnlyList<RecordedRegime> Regimes(IReadOnlyList<string> states) =>
        [.. _regimes.Select((regime, i) => new RecordedRegime(
            regime.Row,
            regime.State < 0 ? "unknown" : states[regime.State],
            regime.Confidence,
            _probabilities[(i == 0 ? 0 : _ends[i - 1]).._ends[i]]))];
}
