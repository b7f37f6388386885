using Backtest.Data.Actions;

namespace Backtest.Data.Catalog.Importing;

/// <summary>A source as an import reads it.</summary>
internal abstract class ImportInput : IDisposable
{
    /// <summary>The units to import, in order.</summary>
    public abstract IReadOnlyList<ImportUnit> Units { get; }

    /// <summary>Opens a source. Text files are read in a stream, whatever their length, unless prices are adjusted or symbols renamed.</summary>
    /// <exception cref="InputException">The source is invalid.</exception>
    public static ImportInput Open(BarSourceOptions options, IBarSourceFactory sources, CancellationToken cancellation) =>
        options is BarSourceOptions.Csv { Adjustment: PriceAdjustment.None } csv && ActionFile.ReadRenames(options, cancellation).Count == 0
            ? new CsvInput(csv, cancellation)
            : new SourceInput(options, sources, cancellation);

    /// <summary>Checks that everything requested was found. Call it when all units are done.</summary>
    /// <returns>The number of invalid rows left out.</returns>
    /// <exception cref="InputException">Something requested was not found.</exception>
    public abstract long Complete();

    /// <inheritdoc/>
    public abstract void Dispose();
}
