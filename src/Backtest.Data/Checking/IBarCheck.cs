using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Checking;

/// <summary>Looks for one kind of thing in a series, a stretch of bars at a time.</summary>
internal interface IBarCheck
{
    /// <summary>Looks at the next bars.</summary>
    void Observe(BarSeries bars);

    /// <summary>What was found in all.</summary>
    IEnumerable<DataFinding> Findings();
}
