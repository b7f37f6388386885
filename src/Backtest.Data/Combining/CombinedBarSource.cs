using Backtest.Data.Options;

namespace Backtest.Data.Combining;

/// <summary>Several sources as one.</summary>
internal sealed class CombinedBarSource : IBarSource
{
    private readonly IBarSource[] _sources;
    private readonly Dictionary<SourceSeries, IBarSource> _owners;

    private CombinedBarSource(IBarSource[] sources, Dictionary<SourceSeries, IBarSource> owners)
    {
        _sources = sources;
        _owners = owners;
        Series = [.. owners.Keys.OrderBy(series => series.Symbol, StringComparer.Ordinal).ThenBy(series => series.Timeframe.Ticks)];
    }

    public IReadOnlyList<SourceSeries> Series { get; }

    public IReadOnlyList<DataFile> Files =>
        [.. _sources.SelectMany(source => source.Files).OrderBy(file => file.Path, StringComparer.Ordinal)];

    public IReadOnlyList<DataWarning> Warnings => [.. _sources.SelectMany(source => source.Warnings)];

    public IReadOnlyList<CorporateAction> Actions => [.. _sources.SelectMany(source => source.Actions).Distinct()
        .OrderBy(action => action.Day).ThenBy(action => action.Symbol, StringComparer.Ordinal)];

    /// <summary>Opens each source.</summary>
    /// <param name="options">The sources.</param>
    /// <param name="open">Opens one source.</param>
    /// <exception cref="InputException">A source cannot be opened, or two have the same bars.</exception>
    public static CombinedBarSource Open(IReadOnlyList<BarSourceOptions> options, Func<BarSourceOptions, IBarSource> open)
    {
        var sources = new List<IBarSource>();
        try
        {
            var owners = new Dictionary<SourceSeries, IBarSource>(ReferenceEqualityComparer.Instance);
            var first = new Dictionary<(string, Timeframe), BarSourceOptions>();
            foreach (BarSourceOptions each in options)
            {
                IBarSource source = open(each);
                sources.Add(source);
                foreach (SourceSeries series in source.Series)
                {
                    if (!first.TryAdd((series.Symbol, series.Timeframe), each))
                        throw Repeated(each, series, first[(series.Symbol, series.Timeframe)]);
                    owners.Add(series, source);
                }
            }

            return new CombinedBarSource([.. sources], owners);
        }
        catch
        {
            sources.ForEach(source => source.Dispose());
            throw;
        }
    }

    public IBarReader Open(SourceSeries series) => _owners[series].Open(series);

    public void Dispose() => Array.ForEach(_sources, source => source.Dispose());

    private static InputException Repeated(BarSourceOptions options, SourceSeries series, BarSourceOptions first) => new(options.Error(
        "repeated_series",
        "symbols",
        $"{options.Key} has {series.Timeframe} bars of {series.Symbol}, and so has {first.Key}.",
        "Read each symbol and timeframe from one source only: list the symbols of each source."));
}
