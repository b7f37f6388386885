using Backtest.Data.Actions;

namespace Backtest.Data.Catalog.Importing;

/// <summary>A source as an import reads it.</summary>
internal abstract class ImportInput : IDisposable
{
    /// <summary>What there is to import, in order.</summary>
    public abstract IReadOnlyList<ImportUnit> Units { get; }

    /// <summary>Opens a source. Text files are read in a stream, whatever their length, unless prices are adjusted or symbols renamed.</summary>
    /// <exception cref="InputException">The source is wrong.</exception>
    public static ImportInput Open(BarSourceOptions options, IBarSourceFactory sources, CancellationToken cancellation) =>
        options is BarSourceOptions.Csv { Adjustment: PriceAdjustment.None } csv && ActionFile.ReadRenames(options, cancellation).Count == 0
            ? new CsvInput(csv, cancellation)
            : new SourceInput(options, sources, cancellation);

    /// <summary>Sees that what was wanted was there. To be called when all units are done.</summary>
    /// <returns>Rows left out because they are no bars.</returns>
    /// <exception cref="InputException">Something was not there.</exception>
    public abstract long Complete();

    /// <inheritdoc/>
    public abstract void Dispose();
}
