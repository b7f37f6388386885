using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Where the ledger keeps one strategy's position in one instrument for the strategy to read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PositionCell
{
    private Position _position;

    /// <summary>The position now.</summary>
    public ref Position Position => ref _position;
}
