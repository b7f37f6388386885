using Backtest.Results;

namespace Backtest.Tests.Signals;

public sealed class SignalStatisticsTests
{
    [Fact]
    public void Hits_and_expectancy_are_of_the_side_wanted()
    {
        SignalStatistic all = Of(
            Entry(0, "A", sign: 1, close: 110), Entry(1, "A", sign: -1, close: 104), Entry(2, "A", sign: 1, close: 100), Entry(3, "A", sign: -1, close: 99)).First();

        Assert.Equal((4, 4), (all.Signals, all.Measured));
        Assert.Equal(0.5, all.HitRate); // a return of 0 is no hit
        Assert.Equal((0.10 - 0.04 + 0 + 0.01) / 4, all.Expectancy!.Value, 12);
    }

    [Fact]
    public void What_is_not_over_counts_as_given_and_not_as_measured()
    {
        var unfinished = new MeasuredEntry("main", "s", "A", null, 5, 1, 1, new SignalPath(1, [1], turn: 5));
        SignalStatistic all = Of(Entry(0, "A", sign: 1, close: 110), unfinished).First();

        Assert.Equal((2, 1), (all.Signals, all.Measured));
        Assert.Equal(0.1, all.Expectancy!.Value, 12);
        Assert.Null(all.T);
    }

    [Fact]
    public void Nothing_measured_has_no_figures()
    {
        SignalStatistic all = Of().Single();

        Assert.Equal((0, 0), (all.Signals, all.Measured));
        Assert.Null(all.HitRate);
        Assert.Null(all.Expectancy);
        Assert.Equal(CoefficientKind.None, all.CoefficientOver);
    }

    [Fact]
    public void Signals_are_taken_by_symbol_and_by_regime()
    {
        SignalStatistic[] statistics =
        [
            .. Of(Entry(0, "A", 1, 110, regime: "bull"), Entry(1, "B", 1, 90, regime: "bear"), Entry(2, "A", 1, 120, regime: "bull"), Entry(3, "A", 1, 100)),
        ];

        Assert.Equal(
            [(SignalGroup.All, null, null, 4), (SignalGroup.Symbol, "A", null, 3), (SignalGroup.Symbol, "B", null, 1),
                (SignalGroup.Regime, null, "bear", 1), (SignalGroup.Regime, null, "bull", 2)],
            statistics.Select(statistic => (statistic.Group, statistic.Symbol, statistic.Regime, statistic.Signals)));
    }

    [Fact]
    public void The_coefficient_is_over_time_where_no_date_has_five_symbols()
    {
        // Convictions of −1, −0.5, 0.5 and 1 against market returns of −2, −1, 3 and 2 percent have the ranks 1 2 3 4 and 1 2 4 3.
        SignalStatistic all = Of(
            Entry(0, "A", -1, 98), Entry(1, "A", -1, 99, strength: 0.5), Entry(2, "A", 1, 103, strength: 0.5), Entry(3, "A", 1, 102)).First();

        Assert.Equal(CoefficientKind.Time, all.CoefficientOver);
        Assert.Equal(0.8, all.Coefficient!.Value, 12);
        Assert.Equal(0, all.Dates);
    }

    [Fact]
    public void The_coefficient_is_the_mean_over_dates_that_have_five_symbols()
    {
        string[] symbols = ["A", "B", "C", "D", "E"];
        MeasuredEntry[] rising = [.. symbols.Select((symbol, i) => Entry(0, symbol, 1, 100 + i, strength: 0.2 * (i + 1)))]; // 1
        MeasuredEntry[] falling = [.. symbols.Select((symbol, i) => Entry(1, symbol, 1, i == 0 ? 99 : 100 - i, strength: 0.2 * (i + 1)))];
        MeasuredEntry[] narrow = [.. symbols.Take(4).Select((symbol, i) => Entry(2, symbol, 1, 100 - i, strength: 0.2 * (i + 1)))]; // not counted
        SignalStatistic all = Of([.. rising, .. falling, .. narrow]).First();

        double other = Spearman.Of([1, 2, 3, 4, 5], [99, 99, 98, 97, 96])!.Value;
        Assert.Equal(CoefficientKind.CrossSection, all.CoefficientOver);
        Assert.Equal((1 + other) / 2, all.Coefficient!.Value, 12);
        Assert.Equal(2, all.Dates);
    }

    [Fact]
    public void There_is_no_coefficient_where_strength_is_constant()
    {
        SignalStatistic all = Of(Entry(0, "A", 1, 110), Entry(1, "A", -1, 104), Entry(2, "A", 1, 100), Entry(3, "A", -1, 99)).First();

        Assert.Null(all.Coefficient);
        Assert.Null(all.CoefficientT);
        Assert.Equal(CoefficientKind.None, all.CoefficientOver);
    }

    private static IEnumerable<SignalStatistic> Of(params MeasuredEntry[] entries) => new SignalStatistics([1]).Of("main", "s", entries);

    /// <summary>An entry at 100 that ends one bar later.</summary>
    private static MeasuredEntry Entry(int day, string symbol, int sign, double close, double strength = 1, string? regime = null)
    {
        SignalPath path = new(sign, [1], day);
        path.Take(100, Math.Max(100, close), Math.Min(100, close), close, end: day + 1);
        return new MeasuredEntry("main", "s", symbol, regime, day, sign, strength, path);
    }
}
