using Backtest.Abstractions.Runtime;
using CsCheck;

namespace Backtest.Tests;

public sealed class AdjustmentTests : IDisposable
{
    private const double Exact = 1e-12;

    private readonly DataFolder _folder = new();

    [Fact]
    public void Prices_stay_as_they_were_traded_unless_an_adjustment_is_asked_for()
    {
        IBarSource source = Open(PriceAdjustment.None, "A,2020-01-03,split,7", "A,2020-01-02,dividend,0.5");

        Assert.Equal([700, 707, 100], DataFolder.Closes(DataFolder.Bars(source)));
        Assert.Equal([new Dividend("A", Day(2), 0.5m), new Split("A", Day(3), 7)], source.Actions);
    }

    [Fact]
    public void Splits_divide_the_prices_before_them_and_multiply_the_volumes()
    {
        IBarSource source = Open(PriceAdjustment.Splits, "A,2020-01-03,split,7:1");
        BarSeries bars = DataFolder.Bars(source);

        Assert.Equal([100, 101, 100], DataFolder.Closes(bars));
        Assert.Equal([7000, 7000, 1000], bars.Volume[..3]);
        Assert.Empty(source.Actions);
    }

    [Fact]
    public void Splits_multiply_with_each_other()
    {
        IBarSource source = Open(PriceAdjustment.Splits, "A,2020-01-02,split,2", "A,2020-01-03,split,7");

        Assert.Equal([50, 101, 100], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void With_prices_adjusted_for_splits_dividends_are_told_in_the_units_of_the_prices()
    {
        IBarSource source = Open(
            PriceAdjustment.Splits, "A,2020-01-02,dividend,3.5", "A,2020-01-03,split,7", "A,2020-01-03,dividend,0.47");

        Assert.Equal([new Dividend("A", Day(2), 0.5m), new Dividend("A", Day(3), 0.47m)], source.Actions);
    }

    [Theory]
    [InlineData(PriceAdjustment.None, 7)]
    [InlineData(PriceAdjustment.Splits, 1)]
    [InlineData(PriceAdjustment.All, 1)]
    public void A_delisting_is_left_for_the_run_in_the_units_of_the_prices(PriceAdjustment adjustment, int price)
    {
        IBarSource source = Open(adjustment, "A,2020-01-02,delisting,7", "A,2020-01-03,split,7");

        Assert.Equal([new Delisting("A", Day(2), price)], source.Actions.OfType<Delisting>());
    }

    [Fact]
    public void Dividends_lower_the_prices_before_them_by_their_share_of_the_last_close()
    {
        // Prices before 3 January are multiplied by 1 − 7 / 707.
        IBarSource source = Open(PriceAdjustment.All, "A,2020-01-03,dividend,7");
        BarSeries bars = DataFolder.Bars(source);

        Assert.Equal(700 * (1 - 7 / 707d), bars.Close[0], Exact * 700);
        Assert.Equal(700, bars.Close[1], Exact * 700);
        Assert.Equal(100, bars.Close[2]);
        Assert.Equal([1000, 1000, 1000], bars.Volume[..3]);
        Assert.Empty(source.Actions);
    }

    [Fact]
    public void A_dividend_of_the_day_of_a_split_is_in_units_after_it()
    {
        // A unit closed at 707, and each of 7 units after the split at 101: holders keep 100 of 101.
        IBarSource source = Open(PriceAdjustment.All, "A,2020-01-03,dividend,1", "A,2020-01-03,split,7");

        Assert.Equal(100, DataFolder.Bars(source).Close[1], Exact * 100);
    }

    [Fact]
    public void A_series_tells_the_steps_that_lead_back_to_what_was_traded()
    {
        IBarSource source = Open(PriceAdjustment.All, "A,2020-01-02,split,2", "A,2020-01-03,dividend,1", "A,2020-01-03,split,7");
        SourceSeries series = Assert.Single(source.Series);
        BarSeries bars = DataFolder.Bars(source);

        Assert.Equal([(Day(2), 14d), (Day(3), 7d)], series.Adjustments.Select(step => (step.Day, step.Units)));
        Assert.Equal([700, 707], bars.Close[..2].Zip(series.Adjustments, (close, step) => Math.Round(close * step.Divisor, 9)));
        Assert.False(series.HasUnknownAdjustment);
    }

    [Fact]
    public void Where_nothing_is_adjusted_there_are_no_steps() =>
        Assert.Empty(Assert.Single(Open(PriceAdjustment.None, "A,2020-01-03,split,7").Series).Adjustments);

    [Theory]
    [InlineData("adjclose", true)]
    [InlineData("Adj Close", true)]
    [InlineData("last", false)]
    public void A_file_whose_close_is_an_adjusted_one_does_not_tell_by_which_factors(string header, bool isUnknown)
    {
        _folder.File("A.csv", $"time,open,high,low,{header}", "2020-01-01,1,1,1,1");
        using IBarSource source = DataFolder.Open(
            _folder.Options("A.csv") with { Columns = new Dictionary<string, string> { ["close"] = header } });

        Assert.Equal(isUnknown, Assert.Single(source.Series).HasUnknownAdjustment);
    }

    [Fact]
    public void Actions_ahead_of_the_first_bar_or_after_the_last_day_wanted_change_nothing()
    {
        Bars();
        _folder.File("actions.csv", "symbol,date,type,value", "A,2019-12-01,split,2", "A,2019-12-02,dividend,1", "A,2020-01-03,split,7");

        IBarSource source = DataFolder.Open(Options(PriceAdjustment.All) with { End = Day(2) });

        Assert.Equal([700, 707], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Theory]
    [InlineData(PriceAdjustment.Splits)]
    [InlineData(PriceAdjustment.All)]
    public void Actions_after_the_last_bar_adjust_nothing_and_are_left_for_the_run(PriceAdjustment adjustment)
    {
        IBarSource source = Open(adjustment, "A,2020-01-03,split,7", "A,2020-01-05,split,2", "A,2020-01-06,dividend,1", "A,2020-01-07,delisting,50");

        Assert.Equal([100, 101, 100], DataFolder.Closes(DataFolder.Bars(source)));
        Assert.Equal([new Split("A", Day(5), 2), new Dividend("A", Day(6), 1), new Delisting("A", Day(7), 50)], source.Actions);
    }

    [Fact]
    public void Returns_over_adjusted_prices_are_those_of_holding_and_reinvesting() => Gen.Select(
        Gen.Double[10, 200].Array[30], Gen.Int[1, 29], Gen.Int[1, 29], Gen.Double[0.01, 5]).Sample((closes, split, dividend, amount) =>
    {
        using var folder = new DataFolder();
        folder.File("A.csv", ["time,open,high,low,close", .. closes.Select((close, i) => FormattableString.Invariant($"{Day(1).AddDays(i):yyyy-MM-dd},{close},{close},{close},{close}"))]);
        folder.File(
            "actions.csv", "symbol,date,type,value", $"A,{Day(1).AddDays(split):yyyy-MM-dd},split,2",
            FormattableString.Invariant($"A,{Day(1).AddDays(dividend):yyyy-MM-dd},dividend,{(decimal)amount}"));
        BarSeries bars = DataFolder.Bars(DataFolder.Open(folder.Options("A.csv") with { Actions = "actions.csv", Adjustment = PriceAdjustment.All }));

        // One unit held from the first bar; dividends buy more at the close before, as the convention assumes.
        double units = 1;
        for (int i = 1; i < closes.Length; i++)
        {
            double before = closes[i - 1];
            if (i == split)
                (units, before) = (units * 2, before / 2);
            if (i == dividend)
                units *= before / (before - (double)(decimal)amount);
        }

        Assert.Equal(units * closes[^1] / closes[0], bars.Close[29] / bars.Close[0], 1e-9 * units * closes[^1] / closes[0]);
    }, iter: 50);

    [Fact]
    public void A_dividend_no_less_than_the_price_is_an_error()
    {
        Bars();
        _folder.File("actions.csv", "symbol,date,type,value", "A,2020-01-03,dividend,707");

        Assert.Equal(
            "data.actions: a dividend of 707 on 2020-01-03 is not below the close before it, 707, of A\n" +
            "  Dividends are money for each share in the currency of the prices. Check that both use the same unit.",
            _folder.Error(Options(PriceAdjustment.All)));
    }

    [Fact]
    public void Synthetic_bars_are_adjusted_like_any_others()
    {
        _folder.File("actions.csv", "symbol,date,type,value", "SYN0,2000-01-05,split,2");
        var options = new BarSourceOptions.Synthetic
        {
            BaseDirectory = _folder.Root,
            Bars = new SyntheticBars { Bars = 4 },
        };
        BarSeries raw = DataFolder.Bars(DataFolder.Open(options));
        BarSeries adjusted = DataFolder.Bars(DataFolder.Open(options with { Actions = "actions.csv", Adjustment = PriceAdjustment.Splits }));

        Assert.Equal([raw.Open[0] / 2, raw.Open[1] / 2, raw.Open[2], raw.Open[3]], adjusted.Open[..4]);
    }

    public void Dispose() => _folder.Dispose();

    private static DateOnly Day(int day) => new(2020, 1, day);

    private void Bars() => _folder.File(
        "A.csv", "time,open,high,low,close,volume", "2020-01-01,700,700,700,700,1000", "2020-01-02,707,707,707,707,1000",
        "2020-01-03,100,100,100,100,1000");

    private BarSourceOptions.Csv Options(PriceAdjustment adjustment) =>
        _folder.Options("A.csv") with { Actions = "actions.csv", Adjustment = adjustment };

    private IBarSource Open(PriceAdjustment adjustment, params string[] rows)
    {
        Bars();
        _folder.File("actions.csv", ["symbol,date,type,value", .. rows]);
        return DataFolder.Open(Options(adjustment));
    }
}
