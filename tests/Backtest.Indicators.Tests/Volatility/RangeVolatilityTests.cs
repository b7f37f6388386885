using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

public class RangeVolatilityTests
{
    [Fact]
    public void Estimators_agree_on_a_walk_that_is_seen_well()
    {
        // Each bar is a random walk of 400 steps of 0.0005 up or down, so the volatility is 0.01 per bar.
        BarSeries bars = Bars.Empty();
        var random = new Random(3);
        double log = Math.Log(100);
        for (int bar = 0; bar < 2000; bar++)
        {
            double open = log;
            (double high, double low) = (log, log);
            for (int step = 0; step < 400; step++)
            {
                log += random.Next(2) == 0 ? 0.0005 : -0.0005;
                (high, low) = (Math.Max(high, log), Math.Min(low, log));
            }
            Bars.Add(bars, Math.Exp(open), Math.Exp(high), Math.Exp(low), Math.Exp(log));
        }
        IndicatorSpec[] estimators =
        [
            Indicators.HistoricalVolatility(1999, 1), Indicators.Parkinson(1999, 1), Indicators.GarmanKlass(1999, 1),
            Indicators.RogersSatchell(1999, 1), Indicators.YangZhang(1999, 1),
        ];
        Assert.All(estimators, estimator => Assert.InRange(Probe.Of(estimator).Run(bars)[^1][0], 0.0094, 0.0106));
    }

    [Fact]
    public void A_year_of_252_days_is_as_volatile_as_their_variances_together()
    {
        BarSeries bars = Bars.Random(50);
        double daily = Probe.Of(Indicators.Parkinson(20, 1)).Run(bars)[^1][0];
        double yearly = Probe.Of(Indicators.Parkinson(20, 252)).Run(bars)[^1][0];
        Assert.Equal(daily * Math.Sqrt(252), yearly, 1e-12);
    }
}
