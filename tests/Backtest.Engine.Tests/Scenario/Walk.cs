namespace Backtest.Tests;

/// <summary>Random bars, strategies and scenarios; the same seed gives the same result.</summary>
public static class Walk
{
    /// <summary>Bars of a random walk, daily by default; each is missing with a probability of <paramref name="missing"/> percent.</summary>
    public static IReadOnlyList<TestBar> Bars(int seed, int count, int first = 0, int missing = 0, Timeframe? timeframe = null)
    {
        TimeSpan length = TimeSpan.FromTicks((timeframe ?? Timeframe.Day).Ticks);
        var random = new Random(seed);
        var bars = new List<TestBar>();
        double price = 50 + random.Next(100);
        for (int bar = first; bars.Count < count; bar++)
        {
            double open = price * (0.98 + (random.NextDouble() * 0.04));
            double close = open * (0.97 + (random.NextDouble() * 0.06));
            double high = Math.Max(open, close) * (1 + (random.NextDouble() * 0.02));
            double low = Math.Min(open, close) * (1 - (random.NextDouble() * 0.02));
            price = close;
            if (random.Next(100) >= missing)
                bars.Add(new TestBar(TestBar.FirstDay + bar * length, open, high, low, close, random.Next(50, 500)));
        }

        return bars;
    }

    /// <summary>Enters and exits in various ways, depending on the bar's number, the symbol and the seed; the higher the rate, the rarer.</summary>
    public static ScriptedStrategy.Script Trades(int seed, int rate = 9) => (BarEvent bar, in Position position, ISignals signals) =>
    {
        var random = new Random((seed * 7919) + ((int)bar.Index * 31) + bar.Symbol[0]);
        Direction direction = random.Next(2) == 0 ? Direction.Long : Direction.Short;
        double strength = random.Next(1, 5) / 4.0;
        double away = bar.Close * 0.03;
        switch (random.Next(rate))
        {
            case 0:
                signals.Enter(direction, new EntryTerms { Strength = strength });
                break;
            case 1:
                signals.Enter(direction, new EntryTerms
                {
                    Strength = strength,
                    StopLoss = PriceLevel.Offset(away),
                    TakeProfit = PriceLevel.Offset(away * 2),
                });
                break;
            case 2:
                signals.Enter(direction, new EntryTerms { Strength = strength, TrailingStop = away, Add = true });
                break;
            case 3:
                signals.Enter(direction, new EntryTerms { Strength = strength, Limit = bar.Close * 0.99, StopLoss = PriceLevel.Offset(away) });
                break;
            case 4:
                signals.Enter(direction, new EntryTerms { Strength = strength, Stop = bar.Close * 1.01, TimeInForce = TimeInForce.Day });
                break;
            case 5:
                signals.Exit(strength);
                break;
            case 9:
                signals.Enter(direction, new EntryTerms { Type = OrderType.MarketOnClose, Strength = strength, TrailingStop = away });
                break;
            case 10:
                signals.Enter(direction, new EntryTerms { Trail = away / 2, TimeInForce = TimeInForce.GoodTillDate, GoodUntil = DateOnly.FromDateTime(bar.End).AddDays(4) });
                break;
            case 11:
                SignalHandle first = signals.Enter(Direction.Long, new EntryTerms { Stop = bar.Close * 1.02, StopLoss = PriceLevel.Offset(away) });
                signals.Enter(Direction.Short, new EntryTerms { Stop = bar.Close * 0.98, TakeProfit = PriceLevel.Offset(away), OneCancelsOther = first });
                break;
            case 12:
                bool isUp = direction == Direction.Long;
                signals.Enter(direction, new EntryTerms { Stop = bar.Close * (isUp ? 1.01 : 0.99), Limit = bar.Close * (isUp ? 1.015 : 0.985), TakeProfit = PriceLevel.Offset(away) });
                break;
            case 13:
                signals.Enter(direction, new EntryTerms { Type = OrderType.MarketOnOpen, Strength = strength, StopLoss = PriceLevel.Offset(away) });
                break;
            case 14:
                bool isImmediate = random.Next(2) == 0;
                signals.Enter(direction, new EntryTerms
                {
                    Limit = bar.Close * (direction == Direction.Long ? 1.005 : 0.995),
                    TimeInForce = isImmediate ? TimeInForce.ImmediateOrCancel : TimeInForce.FillOrKill,
                });
                break;
            case 15:
                signals.Enter(direction, new EntryTerms
                {
                    Limit = bar.Close,
                    Type = random.Next(2) == 0 ? OrderType.LimitOnOpen : OrderType.LimitOnClose,
                    StopLoss = PriceLevel.Offset(away),
                });
                break;
            case 16:
                double touch = bar.Close * (direction == Direction.Long ? 0.99 : 1.01);
                signals.Enter(direction, random.Next(3) switch
                {
                    0 => new EntryTerms { Touch = touch, TrailingStopFraction = 0.03 },
                    1 => new EntryTerms { Touch = touch, Limit = touch * (direction == Direction.Long ? 1.002 : 0.998) },
                    _ => new EntryTerms { Touch = touch, TrailFraction = 0.01 },
                });
                break;
            case 17:
                signals.Enter(direction, new EntryTerms
                {
                    StopLoss = PriceLevel.Offset(away),
                    TrailingStop = away,
                    Plan = new ExitPlan
                    {
                        Targets = [new(PriceLevel.Offset(away / 2), 0.5), new(PriceLevel.Offset(away), 0.25)],
                        TrailingFrom = PriceLevel.Offset(away / 3),
                        TrailingStep = away / 5,
                        BreakEvenAt = PriceLevel.Offset(away / 4),
                    },
                });
                break;
            case 18:
                signals.Exit(random.Next(4) switch
                {
                    0 => new ExitTerms { Fraction = strength, Limit = bar.Close * (1 + (random.Next(-2, 3) / 100.0)) },
                    1 => new ExitTerms { Fraction = strength, Trail = away / 2, TimeInForce = TimeInForce.Day },
                    2 => new ExitTerms { Type = OrderType.MarketOnClose },
                    _ => new ExitTerms { Touch = bar.Close * (1 + (random.Next(-2, 3) / 100.0)) },
                });
                break;
            case 19 or 20:
                Change(signals, random, bar.Close);
                break;
            case 21 or 22:
                signals.Target(PositionSize.Weight(random.Next(-2, 5) / 4.0), random.Next(2) / 10.0);
                break;
            case 23:
                SignalHandle leads = random.Next(2) == 0
                    ? signals.Enter(direction, new EntryTerms { Limit = bar.Close * (direction == Direction.Long ? 0.995 : 1.005), TimeInForce = random.Next(3) == 0 ? TimeInForce.Day : TimeInForce.GoodTillCanceled })
                    : signals.Exit(new ExitTerms { Touch = bar.Close * (position.IsShort ? 0.99 : 1.01) });
                SignalHandle second = signals.Enter(direction, random.Next(3) switch
                {
                    0 => new EntryTerms { After = leads, Trail = away / 2, StopLoss = PriceLevel.Offset(away) },
                    1 => new EntryTerms { After = leads, Limit = bar.Close * (direction == Direction.Long ? 0.98 : 1.02), TimeInForce = TimeInForce.Day },
                    _ => new EntryTerms { After = leads, TakeProfit = PriceLevel.Offset(away) },
                });
                signals.Enter(direction, new EntryTerms { After = random.Next(2) == 0 ? leads : second, Stop = bar.Close * 1.01, OneCancelsOther = second });
                break;
            case 6:
                signals.Exit();
                signals.Enter(direction, new EntryTerms { Strength = strength });
                break;
        }
    };

    /// <summary>Cancels or amends working orders, or requests a cancellation when there are none.</summary>
    private static void Change(ISignals signals, Random random, double close)
    {
        int handle = 0;
        foreach (OrderEvent order in signals.Orders)
            handle = order.Handle > 0 && (handle == 0 || random.Next(2) == 0) ? order.Handle : handle;
        if (handle == 0 || random.Next(4) == 0)
        {
            signals.Cancel(reason: "all of it");
            return;
        }

        double moved = close * (0.98 + (random.NextDouble() * 0.04));
        var signal = new SignalHandle(handle);
        switch (random.Next(6))
        {
            case 0:
                signals.Cancel(signal);
                break;
            case 1:
                signals.Amend(signal, new Amendment { Limit = moved });
                break;
            case 2:
                signals.Amend(signal, new Amendment { Stop = moved, Reason = "nearer" });
                break;
            case 3:
                signals.Amend(signal, new Amendment { Quantity = random.Next(1, 60) });
                break;
            case 4:
                signals.Amend(signal, new Amendment { StopLoss = PriceLevel.At(moved), TrailingStop = close * 0.02 });
                break;
            default:
                signals.Amend(signal, new Amendment { TakeProfit = PriceLevel.Offset(close * 0.01), Quantity = random.Next(1, 200) });
                break;
        }
    }

    /// <summary>Enters occasionally, with different entry terms, and exits depending on its position.</summary>
    public static ScriptedStrategy.Script Watches(int seed, int rate = 6) => (BarEvent bar, in Position position, ISignals signals) =>
    {
        var random = new Random((seed * 7919) + ((int)bar.Index * 31) + bar.Symbol[0]);
        double away = bar.Close * 0.03;
        if (position.IsFlat && random.Next(rate) == 0)
        {
            Direction direction = random.Next(2) == 0 ? Direction.Long : Direction.Short;
            signals.Enter(direction, random.Next(4) switch
            {
                0 => new EntryTerms { StopLoss = PriceLevel.Offset(away) },
                1 => new EntryTerms { TrailingStop = away, TakeProfit = PriceLevel.Offset(away) },
                2 => new EntryTerms { Limit = bar.Close * 0.99, TimeInForce = TimeInForce.Day },
                _ => default,
            });
        }
        else if (position.BarsHeld > 8)
        {
            signals.Exit(reason: "held long enough");
        }
        else if (position.UnrealizedProfit > 0.02 * Math.Abs((double)(position.Quantity * position.AveragePrice)))
        {
            signals.Exit(0.5, "gained enough");
        }
        else if (!position.IsFlat && position.Entries < 2 && bar.Close < (double)position.LastEntryPrice * 0.97)
        {
            signals.Enter(position.IsLong ? Direction.Long : Direction.Short, new EntryTerms { Add = true });
        }
    };

    /// <summary>Like <see cref="Watches"/>, but after a loss it acts only on every third bar.</summary>
    public static ScriptedStrategy.Script Learns(int seed, int rate = 6)
    {
        ScriptedStrategy.Script watches = Watches(seed, rate);
        return (BarEvent bar, in Position position, ISignals signals) =>
        {
            if (signals.Trades is [.., { Profit: < 0 }] && bar.Index % 3 != 0)
                return;
            watches(bar, position, signals);
        };
    }

    /// <summary>Two portfolios with one strategy each over a few instruments that start and end at different times.</summary>
    public static Scenario Scenario(int seed, ExecutionConfig? execution = null)
    {
        var random = new Random(seed);
        var scenario = new Scenario { Config = new() { Name = "walk", Data = [new BarSourceOptions.Plugin { Id = "memory" }] } };
        for (int i = 0; i < random.Next(1, 5); i++)
        {
            char symbol = (char)('A' + i);
            scenario.WithBars(symbol.ToString(), Bars(seed + i, random.Next(5, 60), random.Next(10), random.Next(40)));
        }

        return scenario.WithPortfolio("first", Trades(seed), quantity: 20, capital: 10_000)
            .WithPortfolio("second", Trades(seed + 1), quantity: 100, capital: 50_000)
            .WithExecution(_ => execution ?? new ExecutionConfig
            {
                Slippage = new SlippageConfig.BasisPoints(2),
                Commission = new CommissionConfig.PerShare(0.005m, 1, 0.005m),
                VolumeLimit = 0.1m,
                FillsAtClose = random.Next(3) == 0,
                ClosesAtEnd = random.Next(2) == 0,
            });
    }
}
