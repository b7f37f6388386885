namespace Backtest.Data.Actions;

/// <summary>
/// A source in which companies changed their symbols: the bars of an old symbol before the change precede those of the new one, under the new one.
/// Bars of either symbol on the other side of the change belong to another company.
/// </summary>
internal sealed class RenamedBarSource : IBarSource
{
    private const string NoSymbol = "no such symbol";

    private readonly IBarSource[] _sources;
    private readonly RenameHistory _history;
    private readonly Dictionary<SourceSeries, RenamedPart[]> _parts = new(ReferenceEqualityComparer.Instance);

    private RenamedBarSource(IBarSource[] sources, IReadOnlyList<Rename> renames, CancellationToken cancellation)
    {
        _sources = sources;
        _history = new RenameHistory(
            renames, sources.SelectMany(source => source.Series).Select(series => series.Symbol).ToHashSet(StringComparer.Ordinal));
        Dictionary<(string Symbol, Timeframe Timeframe), List<RenamedPart>> parts = [];
        foreach (IBarSource source in sources)
        {
            foreach (SourceSeries series in source.Series)
            {
                foreach ((string symbol, int first, int last) in _history.Names(series.Symbol))
                {
                    // A symbol that a company gave up is offered as well if another company took it.
                    bool isGivenUp = symbol == series.Symbol && _history.IsGivenUp(symbol);
                    if (isGivenUp && PreviousCloses.Find(source, series, [first], cancellation).Reached == 0)
                        continue;
                    if (!parts.TryGetValue((symbol, series.Timeframe), out List<RenamedPart>? those))
                        parts.Add((symbol, series.Timeframe), those = []);
                    those.Add(new RenamedPart(source, series, first, last));
                }
            }
        }

        foreach (((string symbol, Timeframe _), List<RenamedPart> those) in parts)
        {
            RenamedPart[] ordered = [.. those.OrderBy(part => part.First)];
            RenamedPart newest = ordered[^1];
            SourceSeries joined = newest.Series with
            {
                Symbol = symbol,
                Bars = null,
                LastDay = null,
                HasVolume = ordered.All(part => part.Series.HasVolume),
                HasQuotes = ordered.Any(part => part.Series.HasQuotes),
                HasUnknownAdjustment = ordered.Any(part => part.Series.HasUnknownAdjustment),
                Adjustments = AdjustmentSteps.Join([.. ordered.Select(part => (part.Series.Adjustments, part.First, part.Last))]),
            };
            _parts.Add(joined, ordered);
        }

        Series = [.. _parts.Keys.OrderBy(series => series.Symbol, StringComparer.Ordinal).ThenBy(series => series.Timeframe.Ticks)];
        Actions = [.. sources.SelectMany(source => source.Actions).SelectMany(Renamed)];
    }

    public IReadOnlyList<SourceSeries> Series { get; }

    public IReadOnlyList<DataFile> Files => [.. _sources.SelectMany(source => source.Files).OrderBy(file => file.Path, StringComparer.Ordinal)];

    public IReadOnlyList<CorporateAction> Actions { get; }

    public IReadOnlyList<DataWarning> Warnings => [.. _sources.SelectMany(source => source.Warnings)];

    /// <summary>Opens a source with the renames of its actions file.</summary>
    /// <param name="options">The source.</param>
    /// <param name="open">Opens a source without renames.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="InputException">The source or the file is invalid.</exception>
    public static IBarSource Open(BarSourceOptions options, Func<BarSourceOptions, IBarSource> open, CancellationToken cancellation)
    {
        IReadOnlyList<Rename> renames = ActionFile.ReadRenames(options, cancellation);
        if (renames.Count == 0)
            return open(options);
        string[] former = GivesAnySymbol(options, open) ? [] : Former(options.Symbols, renames);
        var sources = new List<IBarSource>();
        try
        {
            sources.Add(open(options));
            foreach (string symbol in former)
            {
                if (TryOpen(options with { Symbols = [symbol] }, open) is { } source)
                    sources.Add(source);
            }

            return new RenamedBarSource([.. sources], renames, cancellation);
        }
        catch
        {
            sources.ForEach(source => source.Dispose());
            throw;
        }
    }

    public IBarReader Open(SourceSeries series) => new RenamedBarReader(_parts[series]);

    /// <summary>An action under the symbol of its company's bars; none if that company's bars are left out.</summary>
    public IEnumerable<CorporateAction> Renamed(CorporateAction action) => _history.Names(action.Symbol)
        .Where(name => action.Day.DayNumber >= name.First && action.Day.DayNumber <= name.Last)
        .Select(name => action with { Symbol = name.Symbol });

    public void Dispose() => Array.ForEach(_sources, source => source.Dispose());

    /// <summary>Former symbols of the requested ones that are not requested themselves.</summary>
    private static string[] Former(IReadOnlyList<string> wanted, IReadOnlyList<Rename> renames)
    {
        if (wanted.Count == 0)
            return []; // all symbols are read
        var all = new HashSet<string>(wanted, StringComparer.Ordinal);
        while (renames.FirstOrDefault(rename => all.Contains(rename.NewSymbol) && !all.Contains(rename.Symbol)) is { } rename)
            all.Add(rename.Symbol);
        return [.. all.Except(wanted, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    // A single file for one symbol takes the requested name, so it would be read as the former symbol too.
    private static bool GivesAnySymbol(BarSourceOptions options, Func<BarSourceOptions, IBarSource> open)
    {
        using IBarSource? source = options.Symbols.Count == 0 ? null : TryOpen(options with { Symbols = [NoSymbol] }, open);
        return source is not null;
    }

    // The data may have a company's whole history under its new symbol.
    private static IBarSource? TryOpen(BarSourceOptions options, Func<BarSourceOptions, IBarSource> open)
    {
        try
        {
            return open(options);
        }
        catch (InputException exception) when (exception.Errors.All(error => error.Code is "missing_symbol" or "missing_file" or "no_bars"))
        {
            return null;
        }
    }
}
