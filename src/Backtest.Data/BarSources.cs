using Backtest.Data.Csv;
using Backtest.Data.Options;
using Backtest.Data.Synthetic;
using Backtest.Data.Time;

namespace Backtest.Data;

/// <summary>Opens the bar sources there are: <c>csv</c> and <c>synthetic</c>.</summary>
public sealed class BarSources : IBarSourceFactory
{
    /// <inheritdoc/>
    public IBarSource Open(BarSourceOptions options, CancellationToken cancellation = default)
    {
        DataZone zone = DataZone.Find(options);
        return options.Source switch
        {
            "csv" => new CsvLoader(options, zone, cancellation).Load(),
            "synthetic" => SyntheticBarSource.Create(options, zone),
            _ => throw new InputException(options.Error(
                "unknown_source", "source", $"'{options.Source}' is no source; expected csv or synthetic.", "Write source: csv.")),
        };
    }
}
