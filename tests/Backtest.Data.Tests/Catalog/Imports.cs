using Backtest.Data;
using Backtest.Data.Catalog;

namespace Backtest.Tests.Catalog;

/// <summary>Imports to the folder <c>catalog</c> of a test's folder, and reads the result.</summary>
internal static class Imports
{
    public static string Catalog(this DataFolder folder) => Path.Combine(folder.Root, "catalog");

    public static ImportResult Import(this DataFolder folder, params BarSourceOptions[] inputs) => folder.Import(new BarSources(), inputs);

    public static ImportResult Import(this DataFolder folder, IBarSourceFactory sources, params BarSourceOptions[] inputs) =>
        new CatalogImport(folder.Catalog(), sources, new ImportOptions()).Run(inputs, TestContext.Current.CancellationToken);

    public static string[] Outcomes(this ImportResult result) =>
        [.. result.Series.Select(one => $"{one.Series.Symbol} {one.Series.Timeframe} {one.Outcome}")];

    public static BarSourceOptions.Catalog InCatalog(this DataFolder folder, params string[] symbols) =>
        new() { Path = "catalog", BaseDirectory = folder.Root, Symbols = symbols };

    public static IBarSource OpenCatalog(this DataFolder folder, params string[] symbols) => DataFolder.Open(folder.InCatalog(symbols));

    public static string ImportError(this DataFolder folder, params BarSourceOptions[] sources)
    {
        InputException exception = Assert.Throws<InputException>(() => folder.Import(sources));
        return Assert.Single(exception.Errors).ToString().Replace(folder.Root + "/", "", StringComparison.Ordinal);
    }

    public static string[] FilesIn(this DataFolder folder) =>
        [.. Directory.EnumerateFiles(folder.Catalog(), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder.Catalog(), path).Replace('\\', '/')).Where(path => path != ".lock").Order(StringComparer.Ordinal)];
}
