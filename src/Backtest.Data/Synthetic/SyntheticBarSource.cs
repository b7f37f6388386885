using Backtest.Data.Calendars;
using Backtest.Data.Options;
using Backtest.Data.Time;

namespace Backtest.Data.Synthetic;

/// <summary>Bars that are computed, not read: any number of symbols over any time in the memory of one.</summary>
internal sealed class SyntheticBarSource : IBarSource
{
    private const string OnlySymbol = "SYN0";
    private const double HighestPrice = 1e9;

    // Within these limits a return is never below -95%, so prices stay above zero.
    private const double HighestDrift = 0.05;
    private const double HighestVolatility = 0.15;
    private const double HighestMissing = 0.9;

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

    /// <summary>Creates the source the options describe.</summary>
    /// <exception cref="InputException">A value is out of its range, or no bar is in the range of days.</exception>
    public static SyntheticBarSource Create(BarSourceOptions.Synthetic options)
    {
        DataZone zone = DataZone.Find(options, options.TimeZone);
        SyntheticBars bars = options.Bars;
        List<InputError> errors = [.. Check(options, bars)];
        if (errors.Count > 0)
            throw new InputException(errors);
        var grid = new BarGrid(options, zone);
        if (grid.Count < 1)
        {
            throw new InputException(options.NoBars(
                FormattableString.Invariant(
                    $"there are no synthetic bars on the requested days; there are {bars.Bars} from {bars.Start:yyyy-MM-dd} on."),
                "Set data.start and data.end to days with bars, or increase data.bars."));
        }

        IEnumerable<string> symbols = options.Symbols.Count == 0 ? [OnlySymbol] : options.Symbols;
        var calendar = new ZoneCalendar(zone);
        if (symbols.FirstOrDefault(symbol => options.Calendars.GetValueOrDefault(symbol, calendar.Name) != calendar.Name) is { } foreign)
        {
            throw new InputException(new InputError("misplaced_calendar", $"{foreign} is synthetic, but synthetic markets never close.")
            {
                Position = options.Position,
                Key = $"instruments.{foreign}.calendar",
                Fix = "Remove it, or write calendar: none.",
            });
        }

        return new SyntheticBarSource(bars, grid, [.. symbols.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(symbol => new SourceSeries(symbol, options.Timeframe, HasVolume: true, bars.Missing > 0 ? null : grid.Count, calendar)
            {
                LastDay = DateOnly.FromDayNumber(grid.Day(grid.Start(grid.First + grid.Count - 1))),
            })]);
    }

    public IBarReader Open(SourceSeries series) => new SyntheticBarReader(_bars, _grid, series.Symbol);

    public void Dispose()
    {
    }

    private static IEnumerable<InputError> Check(BarSourceOptions.Synthetic options, SyntheticBars bars)
    {
        if (bars.Bars < 1)
            yield return Error("bars", $"{bars.Bars} is out of range; expected 1 or more.", "Write, for example, bars: 2520.");
        if (bars.Start.ToDateTime(TimeOnly.MinValue).Ticks + (double)bars.Bars * options.Timeframe.Ticks > LastTicks)
            yield return Error(
                "bars", $"{bars.Bars} bars of {options.Timeframe} extend beyond the year 9000.", "Use fewer or shorter bars.");
        if (!(bars.Price > 0 && bars.Price <= HighestPrice))
            yield return Error(
                "price", $"{bars.Price} is out of range; expected above 0, at most 1,000,000,000.", "Write, for example, price: 100.");
        if (!(bars.Correlation is >= 0 and <= 1))
            yield return Error("correlation", $"{bars.Correlation} is out of range; expected 0 to 1.", "Write, for example, correlation: 0.4.");
        if (!(bars.Missing is >= 0 and <= HighestMissing))
            yield return Error("missing", $"{bars.Missing} is out of range; expected 0 to 0.9.", "Write, for example, missing: 0.01.");
        if (!(bars.Gap is >= 0 and <= HighestVolatility))
            yield return Error("gap", $"{bars.Gap} is out of range; expected 0 to 0.15.", "Write, for example, gap: 0.005.");
        if (bars.Jumps is { } jumps && !(jumps.Rate is >= 0 and <= 1 && jumps.Size is >= 0 and <= HighestVolatility))
        {
            yield return Error(
                "jumps",
                $"a rate of {jumps.Rate} and a size of {jumps.Size} are out of range; expected 0 to 1, and 0 to 0.15.",
                "Write, for example, jumps: {rate: 0.01, size: 0.05}.");
        }

        foreach ((double drift, double volatility) in
            bars.Regimes.Select(regime => (regime.Drift, regime.Volatility)).Prepend((bars.Drift, bars.Volatility)))
        {
            if (!(Math.Abs(drift) <= HighestDrift))
                yield return Error("drift", $"{drift} is out of range; expected -0.05 to 0.05.", "Write, for example, drift: 0.0003.");
            if (!(volatility is >= 0 and <= HighestVolatility))
                yield return Error("volatility", $"{volatility} is out of range; expected 0 to 0.15.", "Write, for example, volatility: 0.01.");
        }

        if (bars.Regimes.Any(regime => !(regime.Length >= 1)))
            yield return Error("regimes", $"a regime lasts less than one bar; expected 1 or more.", "Write, for example, length: 250.");

        InputError Error(string key, FormattableString message, string fix) =>
            options.Error("out_of_range", key, FormattableString.Invariant(message), fix);
    }
}
