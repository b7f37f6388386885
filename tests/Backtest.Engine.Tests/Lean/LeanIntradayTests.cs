namespace Backtest.Tests;

/// <summary>
/// More of LEAN's own regression runs, compared with the statistics its algorithms state (<c>Algorithm.CSharp</c>): market, limit, stop and
/// if-touched orders.
/// </summary>
public sealed class LeanIntradayTests
{
    [Fact]
    public void A_market_order_fills_at_the_quote_it_was_decided_on() // BasicTemplateAlgorithm
    {
        RecordedRun run = LeanRun.Run(
            LeanRun.Data("2013-10-07", "2013-10-11", "1m", LeanKind.Both),
            LeanRun.Holding(1),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (position.IsFlat)
                    signals.Enter(Direction.Long);
            });

        LeanRun.Ends(run, 3.44m, 101_691.92m);
    }

    [Fact]
    public void A_market_order_of_hours_fills_at_their_close() // HourSplitRegressionAlgorithm
    {
        RecordedRun run = LeanRun.Run(
            LeanRun.Data("2014-06-06", "2014-06-09", "1h", symbol: "AAPL"),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (position.IsFlat && LeanRun.Time(bar).Day == 9)
                    signals.Enter(Direction.Long, new EntryTerms { Strength = 1.0 / LeanRun.Full });
            });

        LeanRun.Ends(run, 1.00m, 99_999.31m);
    }

    [Fact]
    public void A_stop_that_is_through_fills_at_the_next_open_traded() // StopLossOnOrderEventRegressionAlgorithm
    {
        RecordedRun run = LeanRun.Run(
            LeanRun.Data("2013-10-07", "2013-10-11", "1m", LeanKind.Both),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.Index == 0)
                    signals.Enter(Direction.Short);
            },
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.Index == 0)
                    signals.Enter(Direction.Long, new EntryTerms { Stop = bar.Close - 2 });
            });

        LeanRun.Ends(run, 2.00m, 99_995.41m);
    }

    [Fact]
    public void Limits_of_seconds_need_a_trade_through_them() // LimitFillRegressionAlgorithm
    {
        BarSourceOptions data = LeanRun.Data("2013-10-07", "2013-10-11", "1s");
        // LEAN calls its algorithm each second, even without trades; here it is called at the last trade before the hour.
        List<DateTime> ends = [];
        LeanRun.Run(data, (BarEvent bar, in Position position, ISignals signals) => ends.Add(LeanRun.Time(bar)));
        HashSet<DateTime> hours = [.. ends.Where((end, i) => i + 1 == ends.Count || end.AddTicks(-1).Hour != ends[i + 1].AddTicks(-1).Hour)];
        ScriptedStrategy.Script Side(Direction direction) => (BarEvent bar, in Position position, ISignals signals) =>
        {
            DateTime time = LeanRun.Time(bar);
            if (hours.Contains(time) && time.Day < 9 == (direction == Direction.Long))
                signals.Enter(direction, new EntryTerms { Limit = bar.Close, Add = true, Strength = 10.0 / LeanRun.Full });
        };
        RecordedRun run = LeanRun.Run(data, Side(Direction.Long), Side(Direction.Short));

        Assert.Equal((35, 34), (run.Orders.Count, run.Fills.Count));
        LeanRun.Ends(run, 34.00m, 99_931.07m);
    }

    [Fact]
    public void Orders_stand_until_canceled_for_a_day_or_until_a_date() // TimeInForceAlgorithm
    {
        ScriptedStrategy.Script Once(EntryTerms terms) => (BarEvent bar, in Position position, ISignals signals) =>
        {
            if (bar.Index == 0)
                signals.Enter(Direction.Long, terms with { Strength = 10.0 / LeanRun.Full });
        };
        var date = new DateOnly(2013, 10, 10);
        RecordedRun run = LeanRun.Run(
            LeanRun.Data("2013-10-07", "2013-10-11", "1m", LeanKind.Both),
            Once(new EntryTerms { Limit = 100 }),
            Once(new EntryTerms { Limit = 160 }),
            Once(new EntryTerms { Limit = 140, TimeInForce = TimeInForce.Day }),
            Once(new EntryTerms { Limit = 180, TimeInForce = TimeInForce.Day }),
            Once(new EntryTerms { Limit = 100, TimeInForce = TimeInForce.GoodTillDate, GoodUntil = date }),
            Once(new EntryTerms { Limit = 160, TimeInForce = TimeInForce.GoodTillDate, GoodUntil = date }));

        Assert.Equal(
            [OrderStatus.Open, OrderStatus.Filled, OrderStatus.Canceled, OrderStatus.Filled, OrderStatus.Canceled, OrderStatus.Filled],
            Enumerable.Range(1, 6).Select(id => run.Order(id).Status));
        LeanRun.Ends(run, 3.00m, 100_070.41m);
    }

    [Fact]
    public void Orders_if_touched_fill_at_the_quote_once_it_is_within_their_limit() // LimitIfTouchedRegressionAlgorithm
    {
        ScriptedStrategy.Script Side(bool buys)
        {
            SignalHandle order = default;
            (int asked, decimal held, double touch, bool isOpen) = (0, 0, 0, false);
            return (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (position.Quantity != held)
                    (held, isOpen) = (position.Quantity, false);
                DateTime time = LeanRun.Time(bar);
                double sign = buys ? 1 : -1;
                if (!isOpen)
                {
                    if (time.Day < 9 != buys)
                        return;
                    touch = bar.Close - (0.25 * sign);
                    (asked, isOpen) = (10, true);
                    order = signals.Enter(
                        buys ? Direction.Long : Direction.Short,
                        new EntryTerms { Touch = touch, Limit = bar.Close - sign, Add = true, Strength = 10.0 / LeanRun.Full });
                }
                else if (buys && asked == 1)
                {
                    signals.Cancel(order);
                    isOpen = false;
                }
                else if (asked > 1)
                {
                    asked--;
                    signals.Amend(order, new Amendment { Quantity = asked, Stop = asked == 9 ? Math.Round(touch, 2) : null });
                }
            };
        }

        RecordedRun run = LeanRun.Run(LeanRun.Data("2013-10-07", "2013-10-11", "1m", LeanKind.Both), Side(true), Side(false));

        LeanRun.FillsAt(run, 4, 144.6434m, 145.6636m, 146.7185m);
        LeanRun.Ends(run, 3.00m, 99_992.29m);
        Assert.Equal(75, run.Orders.Count);
    }
}
