using System.Diagnostics;
using Backtest.Data.Catalog;

namespace Backtest.Data.Combining;

/// <summary>Determines where bars of a lower timeframe come from, for the bars of given sources.</summary>
/// <param name="bars">The bars.</param>
/// <param name="timeframe">The requested timeframe, or <see langword="null"/> for the one that suits each series.</param>
internal sealed class FinerOptions(IReadOnlyList<SourceSeries> bars, Timeframe? timeframe)
{
    private readonly List<string> _missing = [];

    /// <summary>The sources of the finer bars.</summary>
    /// <exception cref="InputException">No source has finer bars.</exception>
    public IReadOnlyList<BarSourceOptions> Of(IReadOnlyList<BarSourceOptions> sources)
    {
        BarSourceOptions[] finer = [.. sources.SelectMany(Of)];
        return finer.Length > 0 ? finer : throw new InputException(new InputError(
            "no_finer_bars", $"there are no bars {(timeframe is { } wanted ? $"of {wanted}" : "of a lower timeframe")} inside those that trade: {string.Join("; ", _missing.Distinct())}")
        {
            Fix = "Import bars of a lower timeframe into the catalog and set data.timeframe to those that trade, name their files with data.finer_path, or choose another path, such as pessimistic.",
        });
    }

    /// <summary>Where finer bars of a source come from, for any symbol; for a catalog, bars of all timeframes.</summary>
    /// <returns>The options, or <see langword="null"/> if the source has no finer bars.</returns>
    public static BarSourceOptions? Any(BarSourceOptions source, Timeframe? timeframe) => source switch
    {
        BarSourceOptions.Csv { FinerPath: { } path } csv => csv with { Path = path, FinerPath = null, Timeframe = timeframe },
        BarSourceOptions.Catalog catalog => catalog with { Timeframe = null },
        BarSourceOptions.Lean lean => lean with { Timeframe = timeframe ?? FinerTimeframes.Choose(lean.Timeframe, LeanTimeframes) ?? lean.Timeframe },
        BarSourceOptions.Plugin plugin => plugin with { Timeframe = timeframe ?? FinerTimeframes.Suiting(plugin.Timeframe) },
        _ => null,
    };

    private IEnumerable<BarSourceOptions> Of(BarSourceOptions source)
    {
        switch (source)
        {
            case BarSourceOptions.Csv { FinerPath: null }:
                return Missing("a csv source reads them from finer_path, which is not set");
            case BarSourceOptions.Catalog catalog:
                return Of(catalog);
            case BarSourceOptions.Synthetic:
                return Missing("synthetic bars have none");
            default:
                return [Any(source, timeframe) ?? throw new UnreachableException($"finer bars of {source.GetType().Name} are not supported")];
        }
    }

    /// <summary>For each symbol the series that suits its bars; symbols without one in the requested days are left out.</summary>
    private IEnumerable<BarSourceOptions> Of(BarSourceOptions.Catalog source)
    {
        CatalogSeries[] offered = [.. BarCatalog.Open(Path.Combine(source.BaseDirectory, source.Path), [.. source.Symbols]).Series
            .Where(series => CatalogRange.Cut(series, source.Start, source.End).Count > 0)];
        var chosen = new List<CatalogSeries>();
        foreach (SourceSeries own in bars)
        {
            CatalogSeries[] ofSymbol = [.. offered.Where(series => series.Symbol == own.Symbol)];
            if (!ofSymbol.Any(series => series.Timeframe == own.Timeframe))
                continue; // its bars come from another source
            Timeframe? finer = timeframe ?? FinerTimeframes.Choose(own.Timeframe, ofSymbol.Select(series => series.Timeframe));
            if (ofSymbol.FirstOrDefault(series => series.Timeframe == finer) is { } found)
                chosen.Add(found);
            else
                Missing($"for {own.Symbol}, the catalog has bars of {string.Join(", ", ofSymbol.Select(series => series.Timeframe))}, and those of {own.Timeframe} trade");
        }

        return chosen.GroupBy(series => series.Timeframe)
            .Select(same => source with { Timeframe = same.Key, Symbols = [.. same.Select(series => series.Symbol)] });
    }

    private static Timeframe[] LeanTimeframes => [new(1, 's'), Timeframe.Minute, Timeframe.Hour, Timeframe.Day];

    private BarSourceOptions[] Missing(string reason)
    {
        _missing.Add(reason);
        return [];
    }
}
