using System.Security.Cryptography;
using System.Text.Json;

namespace Backtest.Data.Catalog.Importing;

/// <summary>What is read and imported together: a series, or files with several.</summary>
internal abstract class ImportUnit
{
    private readonly IReadOnlyList<InputFile> _inputs;
    private readonly string _settings;
    private readonly bool _isKnown;
    private readonly bool _adjusts;

    /// <summary>Creates a unit.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="paths">The files it reads; empty if unknown.</param>
    protected ImportUnit(string name, BarSourceOptions options, IEnumerable<string> paths)
    {
        Name = name;
        _inputs = [.. paths.Distinct(StringComparer.Ordinal).Select(InputFile.Of)];
        _isKnown = options is not BarSourceOptions.Plugin; // what a plugin reads is unknown
        _adjusts = options.Adjustment != PriceAdjustment.None;
        _settings = Hash(_inputs.Count > 0 ? WithoutPath(options) with { BaseDirectory = "" } : options);
    }

    /// <summary>Its name in messages.</summary>
    public string Name { get; }

    /// <summary>Reads all bars.</summary>
    /// <exception cref="InputException">The input is invalid.</exception>
    public abstract void Read(IBarSink sink, CancellationToken cancellation);

    /// <summary>Splits and dividends of a symbol. Call it when everything has been read.</summary>
    public abstract IReadOnlyList<CorporateAction> ActionsOf(string symbol);

    /// <summary>The origin of the series imported from it.</summary>
    /// <param name="series">The number of series it produced.</param>
    public SeriesOrigin Origin(int series) => new(_settings, _inputs, series);

    /// <summary>
    /// The catalog's series from this unit, if all exist and nothing has changed since, or <see langword="null"/> if it must be read.
    /// </summary>
    public IReadOnlyList<CatalogSeries>? FindUnchanged(IReadOnlyList<CatalogSeries> present)
    {
        if (!_isKnown)
            return null;
        CatalogSeries[] same = [.. present.Where(
            series => series.Origin is { } origin && origin.Settings == _settings && origin.Inputs.SequenceEqual(_inputs)
                && !(_adjusts && series.Adjustments is null))]; // the new index must list the adjustments
        return same.Length > 0 && same.Length == same[0].Origin!.Series ? same : null;
    }

    /// <summary>Whether a series was imported from these files, or from some of them.</summary>
    public bool Covers(CatalogSeries series) =>
        series.Origin is { } origin && origin.Inputs.All(old => _inputs.Any(input => input.Path == old.Path));

    private static BarSourceOptions WithoutPath(BarSourceOptions options) => options switch
    {
        BarSourceOptions.Csv csv => csv with { Path = "" },
        BarSourceOptions.Catalog catalog => catalog with { Path = "" },
        BarSourceOptions.Lean lean => lean with { Path = "" },
        BarSourceOptions.Plugin plugin => plugin with { Path = null },
        _ => options,
    };

    private static string Hash(BarSourceOptions options) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(options with { Key = "data", Position = default }, options.GetType())));
}
