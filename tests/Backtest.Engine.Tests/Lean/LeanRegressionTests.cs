using System.Globalization;

namespace Backtest.Tests;

/// <summary>
/// LEAN's own regression runs, to the cent: the results its authors state, under <c>matching: lean</c> on the prices of its folder. The rules and
/// figures are in <c>tests/Goldens/README.md</c>. Built only where BACKTEST_LEAN_DATA names the folder, whose prices we may not redistribute.
/// </summary>
public sealed class LeanRegressionTests
{
    [Fact]
    public void Stop_limit_orders_by_two_averages()
    {
        var fast = new Average(30);
        var slow = new Average(60);
        bool isAbove = false;
        (bool hasBought, bool hasSold, bool isIn) = (false, false, false);
        RecordedRun run = LeanRun.Run(
            LeanRun.Data("2013-01-01", "2016-12-31", "1d"),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                (double first, double second) = (fast.Add(bar.Close), slow.Add(bar.Close));
                isAbove = first > second * 1.001;
                isIn = !position.IsFlat;
                if (hasBought || !slow.IsReady || !isAbove)
                    return;
                hasBought = true;
                signals.Enter(Direction.Long, new EntryTerms { Stop = bar.High * 1.10, Limit = bar.High * 1.11 });
            },
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (!isIn || isAbove || hasSold)
                    return;
                hasSold = true;
                signals.Enter(Direction.Short, new EntryTerms { Stop = bar.Low * 0.99, Limit = bar.Low * 0.98 });
            });

        Assert.Equal([149.01273079065m, 161.8088348604m], run.FillPrices.Select(price => Math.Round(price, 10)), Nearly);
        LeanRun.Ends(run, 2.00m, 101_277.61m);
    }

    [Fact]
    public void A_trailing_entry_and_exit_on_quotes()
    {
        (bool hasBought, bool hasSold, bool isIn) = (false, false, false);
        RecordedRun run = LeanRun.Run(
            LeanRun.Data("2013-10-07", "2013-10-11", "1m", LeanKind.Both),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                isIn = !position.IsFlat;
                if (hasBought)
                    return;
                hasBought = true;
                signals.Enter(Direction.Long, new EntryTerms { Trail = 2 });
            },
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (!isIn || hasSold)
                    return;
                hasSold = true;
                signals.Enter(Direction.Short, new EntryTerms { Trail = 0.5 });
            });

        Assert.Equal([144.65203018m, 144.904255322m], run.FillPrices, Nearly);
        LeanRun.Ends(run, 2.00m, 100_023.22m);
    }

    [Fact]
    public void An_order_on_the_close_of_hours()
    {
        var noon = new DateTime(2021, 3, 2, 17, 0, 0, DateTimeKind.Utc);
        RecordedRun run = LeanRun.Run(
            LeanRun.Data("2021-03-01", "2021-03-03", "1h"),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.End == noon)
                    signals.Enter(Direction.Long, new EntryTerms { Type = OrderType.MarketOnClose, Strength = 0.01 });
            });

        Assert.Equal([385.27833344m], run.FillPrices, Nearly);
        LeanRun.Ends(run, 1.00m, 99_993.90m);
    }

    [Theory]
    [InlineData(LeanDividends.Cents, "6789.12")]
    [InlineData(LeanDividends.Factors, "6789.58")]
    public void Dividends_of_a_position_that_is_held(LeanDividends dividends, string received)
    {
        RecordedRun run = LeanRun.Run(
            LeanRun.Data("1998-01-01", "2005-12-31", "1d") with { Adjustment = PriceAdjustment.None, Dividends = dividends },
            LeanRun.Holding(0.5m),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.Index == 0)
                    signals.Enter(Direction.Long);
            });

        Assert.Equal((512m, 97.84m), (run.Fills[0].Fill.Quantity, run.Fills[0].Fill.Price));
        Assert.Equal(33, run.Actions.Count);
        decimal cash = Math.Round(run.Actions.Sum(action => action.Cash), 2);
        Assert.Equal(decimal.Parse(received, CultureInfo.InvariantCulture), cash);
        LeanRun.Ends(run, 2.56m, 120_462.08m - 6_789.12m + cash);
    }

    /// <summary>
    /// SecurityPortfolioManager.ApplySplit: quantity / factor without its fraction, which is paid out at the last close after the split.
    /// </summary>
    [Theory]
    [InlineData(LeanSplits.Ratios, "700", "0")]
    [InlineData(LeanSplits.Factors, "699", "0.99972")]
    public void A_split_of_raw_prices(LeanSplits splits, string left, string paid)
    {
        RecordedRun run = LeanRun.Run(
            LeanRun.Data("2014-06-02", "2014-06-13", "1d", symbol: "AAPL") with { Adjustment = PriceAdjustment.None, Splits = splits },
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.Index == 0)
                    signals.Enter(Direction.Long);
            });

        PositionActionEvent split = Assert.Single(run.Actions);
        Assert.Equal(decimal.Parse(left, CultureInfo.InvariantCulture), split.Quantity);
        // The close on Friday, 645.57, times the factor of 0.1428572.
        Assert.Equal(decimal.Parse(paid, CultureInfo.InvariantCulture) * 645.57m * 0.1428572m, split.Cash, precision: 2);
    }

    [Fact]
    public void A_trend_by_the_difference_of_averages()
    {
        HashSet<DateOnly> eves = LeanRun.DividendEves();
        var trend = new Trend();
        (bool isExDate, int placedTwice) = (false, 0);
        RecordedRun run = LeanRun.Run(LeanRun.Data("2004-01-01", "2014-12-31", "1d"), LeanRun.Holding(1), (BarEvent bar, in Position position, ISignals signals) =>
        {
            // LEAN also calls its algorithm at the start of an ex-date, and this one acts once a day: on ex-dates on the signal of the day before.
            double distance = trend.Add(bar.Close);
            bool isLooked = !isExDate;
            isExDate = eves.Contains(DateOnly.FromDateTime(LeanRun.Time(bar)));
            if (!isLooked)
                return;
            if (position.IsFlat && distance > 0.0025)
            {
                signals.Enter(Direction.Long);
            }
            else if (!position.IsFlat && distance < -0.0025)
            {
                signals.Exit();
                if (isExDate)
                    placedTwice++; // its Liquidate cancels the order that waits for the open and places it again
            }
        });

        Assert.Equal(84, run.Fills.Count);
        Assert.Equal(85, run.Orders.Count + placedTwice);
        Assert.Equal([1232m, -1232m], run.FillQuantities.Take(2));
        Assert.Equal([81.843823992m, 78.030005872m], run.FillPrices.Take(2), Nearly);
        LeanRun.Ends(run, 468.54m, 137_751.04m);
    }

    [Fact]
    public void A_trend_on_both_sides() // ConvertToFrameworkAlgorithm
    {
        var trend = new Trend();
        var risk = new ScriptedRisk((in turn, orders) =>
        {
            foreach (ref readonly SignalEvent entry in turn.Signals)
            {
                if (entry.Action != SignalAction.Enter)
                    continue;
                decimal held = turn.Portfolio.Position(entry.StrategyIndex, entry.Instrument).Quantity;
                int wanted = LeanRun.SetHoldings(
                    entry.Direction == Direction.Long ? 1 : -1, turn.Portfolio.ExactEquity, (decimal)turn.Portfolio.Close(entry.Instrument), held);
                orders.Place(entry, Math.Abs(wanted));
            }
        });
        RecordedRun run = LeanRun.Run(LeanRun.Data("2004-01-01", "2014-12-31", "1d"), risk, (BarEvent bar, in Position position, ISignals signals) =>
        {
            double distance = trend.Add(bar.Close);
            bool turns = Math.Abs(distance) > 0.0025 && (position.IsFlat || distance > 0 != position.Quantity > 0);
            if (!turns)
                return;
            if (!position.IsFlat)
                signals.Exit();
            signals.Enter(distance > 0 ? Direction.Long : Direction.Short);
        });

        // LEAN reverses with one order; here an exit and an entry fill together.
        Assert.Equal(85, run.Orders.Count(order => order.Order.Order.PositionEffect == PositionEffect.Open && order.Order.Filled > 0));
        LeanRun.Ends(run, 797.27m, 70_553.97m);
    }

    private static bool Nearly(decimal expected, decimal found) => Math.Abs(expected - found) < 0.000001m;

    /// <summary>The distance of the difference of two averages from its own average, as a fraction of the faster one; NaN until known.</summary>
    private sealed class Trend
    {
        private readonly Average _fast = new(12);
        private readonly Average _slow = new(26);
        private readonly Average _signal = new(9);

        public double Add(double close)
        {
            double difference = _fast.Add(close) - _slow.Add(close);
            if (!_slow.IsReady)
                return double.NaN;
            double average = _signal.Add(difference);
            return _signal.IsReady ? (difference - average) / _fast.Value : double.NaN;
        }
    }

    /// <summary>The mean of the first values while there are too few, then an exponential average.</summary>
    private sealed class Average(int length)
    {
        private int _count;

        public double Value { get; private set; }

        public bool IsReady => _count >= length;

        public double Add(double value)
        {
            _count++;
            return Value += (value - Value) * (_count <= length ? 1.0 / _count : 2.0 / (length + 1));
        }
    }
}
