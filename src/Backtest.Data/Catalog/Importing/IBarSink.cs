using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Catalog.Importing;

/// <summary>Takes bars, whichever series comes.</summary>
internal interface IBarSink
{
    /// <summary>Takes the rows of a series away: it is empty after that.</summary>
    void Take(SourceSeries series, BarSeries bars);
}
