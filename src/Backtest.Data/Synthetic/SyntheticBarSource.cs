using Backtest.Data.Calendars;
using Backtest.Data.Options;
using Backtest.Data.Time;

namespace Backtest.Data.Synthetic;

/// <summary>Bars that are made, not read: any number of symbols over any time in the memory of one.</summary>
internal sealed class SyntheticBarSource : IBarSource
{
    private const string OnlySymbol = "SYN0";
    private const double HighestPrice = 1e9;

    // With these a return is never below -95%, so prices stay above zero.
    private const double HighestDrift = 0.05;
    private const double HighestVolatility = 0.15;

    private static readonly double LastTicks = new DateTime(9000, 1, 1).Ticks;

    private readonly SyntheticBars _bars;
    private readonly BarGrid _grid;

    private SyntheticBarSource(SyntheticBars bars, BarGrid grid, IReadOnlyList<SourceSeries> series)
    {
        _bars = bars;
        _grid = grid;
        Series = series;
    }

    public IReadOnlyList<SourceSeries> Series { get; }

    public IReadOnlyList<DataFile> Files => [];

    /// <summary>The source the options describe.</summary>
    /// <exception cref="InputException">A figure is out of its range, or no bar is in the range of days.</exception>
    public static SyntheticBarSource Create(BarSourceOptions options, DataZone zone)
    {
        SyntheticBars bars = options.Synthetic ?? new SyntheticBars();
        List<InputError> errors = [.. Check(options, bars)];
        if (errors.Count > 0)
            throw new InputException(errors);
        var grid = new BarGrid(options, bars, zone);
        if (grid.Count < 1)
        {
            throw new InputException(options.Error(
                "no_bars",
                options.Start is null ? "end" : "start",
                FormattableString.Invariant(
                    $"no synthetic bar starts in the days wanted; there are {bars.Bars} from {bars.Start:yyyy-MM-dd} on."),
                "Set data.start and data.end to days with bars, or make more bars."));
        }

        IEnumerable<string> symbols = options.Symbols.Count == 0 ? [OnlySymbol] : options.Symbols;
        var calendar = new ZoneCalendar(zone);
        return new SyntheticBarSource(bars, grid, [.. symbols.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(symbol => new SourceSeries(symbol, options.Timeframe, HasVolume: true, grid.Count, calendar))]);
    }

    public IBarReader Open(SourceSeries series) => new SyntheticBarReader(_bars, _grid, series.Symbol);

    public void Dispose()
    {
    }

    private static IEnumerable<InputError> Check(BarSourceOptions options, SyntheticBars bars)
    {
        if (bars.Bars < 1)
            yield return Error("bars", $"{bars.Bars} bars are none; expected 1 or more.", "Write for instance bars: 2520.");
        if (bars.Start.ToDateTime(TimeOnly.MinValue).Ticks + (double)bars.Bars * options.Timeframe.Ticks > LastTicks)
            yield return Error(
                "bars", $"{bars.Bars} bars of {options.Timeframe} reach beyond the year 9000.", "Make fewer bars, or shorter ones.");
        if (!(bars.Price > 0 && bars.Price <= HighestPrice))
            yield return Error(
                "price", $"{bars.Price} is no first price; expected above 0, at most 1,000,000,000.", "Write for instance price: 100.");
        if (!(Math.Abs(bars.Drift) <= HighestDrift))
            yield return Error("drift", $"{bars.Drift} a bar is too much; expected -0.05 to 0.05.", "Write for instance drift: 0.0003.");
        if (!(bars.Volatility >= 0 && bars.Volatility <= HighestVolatility))
            yield return Error(
                "volatility", $"{bars.Volatility} a bar is out of range; expected 0 to 0.15.", "Write for instance volatility: 0.01.");

        InputError Error(string key, FormattableString message, string fix) =>
            options.Error("out_of_range", key, FormattableString.Invariant(message), fix);
    }
}
