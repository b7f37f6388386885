using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Checking;

/// <summary>Looks for one kind of problem in a series, one block of bars at a time.</summary>
internal interface IBarCheck
{
    /// <summary>Checks the next bars.</summary>
    void Observe(BarSeries bars);

    /// <summary>All findings.</summary>
    IEnumerable<DataFinding> Findings();
}
