using System.Collections.Concurrent;
using System.Globalization;

namespace Backtest.Data.Actions;

/// <summary>A source with its corporate actions: its prices are adjusted for some of them, and the run applies the rest.</summary>
internal sealed class AdjustedBarSource : IBarSource
{
    private const int AmountDecimals = 10;

    private readonly IBarSource _source;
    private readonly DataFile? _file;
    private readonly Dictionary<string, AdjustmentStep[]> _steps;
    private readonly Dictionary<SourceSeries, SourceSeries> _read = new(ReferenceEqualityComparer.Instance); // the series to read for each offered series

    private readonly ConcurrentDictionary<SourceSeries, ActionFit> _fits = new(ReferenceEqualityComparer.Instance); // for the series read last

    private AdjustedBarSource(
        IBarSource source, DataFile? file, Dictionary<string, AdjustmentStep[]> steps, IReadOnlyList<CorporateAction> actions)
    {
        _source = source;
        _file = file;
        _steps = steps;
        Actions = actions;
        Series = [.. source.Series.Select(Offer)];
    }

    public IReadOnlyList<SourceSeries> Series { get; }

    public IReadOnlyList<DataFile> Files => _file is null
        ? _source.Files
        : [.. _source.Files.Append(_file).OrderBy(file => file.Path, StringComparer.Ordinal)];

    public IReadOnlyList<CorporateAction> Actions { get; }

    public IReadOnlyList<DataWarning> Warnings => [.. _source.Warnings, .. Misfits()];

    /// <summary>Wraps a source if it has actions or names a file of them. Actions after the last requested day are ignored.</summary>
    /// <exception cref="InputException">The file is missing or invalid, or prices cannot be adjusted by its content.</exception>
    public static IBarSource Create(IBarSource source, BarSourceOptions options, CancellationToken cancellation)
    {
        try
        {
            var symbols = source.Series.Select(series => series.Symbol).ToHashSet(StringComparer.Ordinal);
            (IReadOnlyList<CorporateAction> known, DataFile? file) = options.Actions is null
                ? (source.Actions, null)
                : ActionFile.Read(options, source is RenamedBarSource ? null : symbols, cancellation);
            if (source is RenamedBarSource renamed && file is not null)
                known = [.. known.Where(action => action is not Rename).SelectMany(renamed.Renamed)];
            CorporateAction[] actions = [.. known
                .Where(action => action is not Rename && symbols.Contains(action.Symbol) && action.Day <= (options.End ?? DateOnly.MaxValue))
                .OrderBy(action => action.Day)
                .ThenBy(action => action.Symbol, StringComparer.Ordinal)
                .ThenBy(action => action is not Split)];
            if (actions.Length == 0 && file is null)
                return source;
            var adjusted = new HashSet<CorporateAction>(ReferenceEqualityComparer.Instance);
            Dictionary<string, AdjustmentStep[]> steps = Steps(source, actions, options, adjusted, cancellation);
            return new AdjustedBarSource(source, file, steps, Left(actions, options.Adjustment, adjusted));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    public IBarReader Open(SourceSeries series)
    {
        IBarReader reader = _source.Open(_read[series]);
        if (_steps.TryGetValue(series.Symbol, out AdjustmentStep[]? steps))
            reader = new AdjustedBarReader(reader, steps);
        var fit = new ActionFit(series, Actions);
        if (!fit.HasClaims)
            return reader;
        _fits[series] = fit;
        return new JudgedBarReader(reader, fit);
    }

    public void Dispose() => _source.Dispose();

    /// <summary>A series with the steps its bars are adjusted by.</summary>
    private SourceSeries Offer(SourceSeries series)
    {
        SourceSeries offered = _steps.TryGetValue(series.Symbol, out AdjustmentStep[]? steps)
            ? series with { Adjustments = AdjustmentSteps.Combine(series.Adjustments, steps) }
            : series;
        _read.Add(offered, series);
        return offered;
    }

    /// <summary>A warning for each kind of action that prices contradict, with the first case and the number of symbols.</summary>
    private IEnumerable<DataWarning> Misfits() =>
        from series in Series
        where _fits.ContainsKey(series)
        from misfit in _fits[series].Found
        group (series.Symbol, Misfit: misfit) by misfit.Code into kind
        let symbols = kind.Select(found => found.Symbol).Distinct().Count()
        select new DataWarning(
            kind.Key,
            $"{kind.First().Symbol}: {kind.First().Misfit.Message}"
            + (symbols > 1 ? string.Create(CultureInfo.InvariantCulture, $"; {symbols - 1:N0} more {(symbols == 2 ? "symbol has" : "symbols have")} such actions") : ""),
            ActionMisfit.FixOf(kind.Key));

    private static Dictionary<string, AdjustmentStep[]> Steps(
        IBarSource source, IEnumerable<CorporateAction> actions, BarSourceOptions options, HashSet<CorporateAction> adjusted,
        CancellationToken cancellation)
    {
        var adjustments = new Adjustments(options, source, cancellation);
        ILookup<string, SourceSeries> series = source.Series.ToLookup(series => series.Symbol, StringComparer.Ordinal);
        return actions
            .Where(action => options.Adjustment switch
            {
                PriceAdjustment.All => action is not Delisting,
                PriceAdjustment.Splits => action is Split,
                _ => false,
            })
            .GroupBy(action => action.Symbol, StringComparer.Ordinal)
            .ToDictionary(symbol => symbol.Key, symbol => adjustments.Of([.. series[symbol.Key]], [.. symbol], adjusted), StringComparer.Ordinal);
    }

    /// <summary>
    /// The actions that prices are not adjusted for, with dividends and final prices in the units of the prices. On the source's own scale it is
    /// unknown which actions are in the prices, and its factors apply to all of them.
    /// </summary>
    private static CorporateAction[] Left(CorporateAction[] actions, PriceAdjustment adjustment, HashSet<CorporateAction> adjusted) =>
    [
        .. actions.Where(action => !adjusted.Contains(action) && (adjustment != PriceAdjustment.AsSource || action is Delisting))
            .Select(action => InUnits(action, adjustment == PriceAdjustment.AsSource ? actions : adjusted)),
    ];

    private static CorporateAction InUnits(CorporateAction action, IEnumerable<CorporateAction> adjusted)
    {
        decimal units = adjusted.OfType<Split>()
            .Where(split => split.Symbol == action.Symbol && split.Day > action.Day)
            .Aggregate(1m, (product, split) => product * split.Ratio);
        return action switch
        {
            _ when units == 1 => action,
            Dividend dividend => dividend with
            {
                Amount = Scaled(dividend.Amount),
                Unrounded = dividend.Unrounded is { } unrounded ? Scaled(unrounded) : null,
            },
            Delisting { Price: { } price } delisting => delisting with { Price = Scaled(price) },
            _ => action,
        };

        decimal Scaled(decimal money) => Math.Round(money / units, AmountDecimals);
    }
}
