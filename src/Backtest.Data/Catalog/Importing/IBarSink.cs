using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Catalog.Importing;

/// <summary>Receives bars of any series.</summary>
internal interface IBarSink
{
    /// <summary>Takes the rows out of a series, which is empty afterwards.</summary>
    void Take(SourceSeries series, BarSeries bars);
}
