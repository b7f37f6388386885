using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Keeps what a classifier said, with the row.</summary>
internal sealed class RegimeRecorder : RegimeEmitter
{
    public List<(int Row, int State)> Said { get; } = [];

    public override void Set(int state, double confidence) => Said.Add((Row, state));

    public override void Set(int state, double confidence, ReadOnlySpan<double> probabilities) => Set(state, confidence);
}
