using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The portfolio, or the total, the rows of the equity table belong to.</summary>
internal sealed class EquityScope(string name)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Its rows of the chunk at hand.</summary>
    public EquityColumns Rows { get; set; } = new();
}
