namespace Backtest.Benchmarks;

/// <summary>Measures a catalog that does not fit into memory; takes minutes, and temporarily six gigabytes of disk.</summary>
internal static class CatalogReport
{
    private const int Symbols = 500;
    private const int BarsOfEach = 250_000;

    /// <summary>Measures and prints.</summary>
    public static async Task Print(TextWriter output)
    {
        using var catalog = new CatalogRun(Symbols, BarsOfEach);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"import of {catalog.Bars:N0} synthetic bars, their making included: {catalog.Bars / catalog.ImportTime.TotalSeconds / 1e6:F1} M bars/s, {catalog.Bars / catalog.ImportProcessorTime.TotalSeconds / 1e6:F1} M in a second of processor time"));
        (double rate, double processorRate, long peak) = await catalog.Merge();
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{Symbols} series merged: {rate / 1e6:F1} M bars/s (>= 5), {processorRate / 1e6:F1} M in a second of processor time, {peak / 1e6:F0} MB (<= 500)"));
    }
}
