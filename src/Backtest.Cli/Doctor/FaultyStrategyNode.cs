using Backtest.Abstractions.Runtime;

namespace Backtest.Cli.Doctor;

/// <summary>Throws in the middle of a run.</summary>
internal sealed class FaultyStrategyNode(StrategyConnections connections) : StrategyNode(connections)
{
    private const long FaultyBar = 300;

    /// <inheritdoc/>
    public override void OnTurn(int row)
    {
        if (Bars.FirstIndex + row == FaultyBar)
            throw new InvalidOperationException("thrown on purpose");
    }
}
