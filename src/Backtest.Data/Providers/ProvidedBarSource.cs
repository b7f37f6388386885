using Backtest.Abstractions.Runtime;
using Backtest.Data.Calendars;
using Backtest.Data.Options;
using Backtest.Data.Time;

namespace Backtest.Data.Providers;

/// <summary>The bars of a bar source plugin.</summary>
internal sealed class ProvidedBarSource : IBarSource
{
    private readonly ProvidedBars _bars;

    private ProvidedBarSource(ProvidedBars bars, IReadOnlyList<SourceSeries> series, IReadOnlyList<CorporateAction> actions)
    {
        _bars = bars;
        Series = series;
        Actions = actions;
    }

    public IReadOnlyList<SourceSeries> Series { get; }

    public IReadOnlyList<DataFile> Files => _bars.Files;

    public IReadOnlyList<CorporateAction> Actions { get; }

    /// <summary>Binds the plugin's parameters and asks for its symbols.</summary>
    /// <exception cref="InputException">The parameters are invalid, the plugin threw, or a symbol does not exist.</exception>
    public static ProvidedBarSource Open(
        BarSourceOptions.Plugin options, BarSourceFactory factory, CancellationToken cancellation)
    {
        var calendars = new TradingCalendars(options, options.Calendar, DataZone.Find(options, options.TimeZone));
        var bars = new ProvidedBars(options, factory, cancellation);
        IBarProvider provider = bars.Provider;
        string[] there = [.. bars.Guard(() => provider.FindSymbols(bars.Request).ToArray()).Distinct().Order(StringComparer.Ordinal)];
        string[] wanted = options.Symbols.Count == 0 ? there : [.. options.Symbols.Order(StringComparer.Ordinal)];
        string[] missing = [.. wanted.Except(there, StringComparer.Ordinal)];
        if (missing.Length > 0 || wanted.Length == 0)
        {
            throw new InputException(options.Error(
                "missing_symbol",
                "symbols",
                missing.Length > 0 ? $"{options.Id} does not have {string.Join(", ", missing)}." : $"{options.Id} has no symbol.",
                there.Length > 0 ? $"It has {string.Join(", ", there)}." : "Check its path and parameters."));
        }

        return new ProvidedBarSource(
            bars,
            [.. wanted.Select(symbol => new SourceSeries(symbol, options.Timeframe, provider.HasVolume, Bars: null, calendars.Of(symbol))
            {
                Dates = calendars.Dates,
                HasUnknownAdjustment = provider.Adjustment != PriceAdjustment.None,
            })],
            [.. bars.Guard(() => provider.ReadActions(bars.Request).ToArray())
                .OrderBy(action => action.Day).ThenBy(action => action.Symbol, StringComparer.Ordinal)]);
    }

    public IBarReader Open(SourceSeries series) => new ProvidedBarReader(_bars, series);

    public void Dispose() => (_bars.Provider as IDisposable)?.Dispose();
}
