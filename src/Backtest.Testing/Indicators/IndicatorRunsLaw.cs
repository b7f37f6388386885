using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>It accepts any bars without throwing: a walk, a single bar, prices that never move, bars without volume.</summary>
internal sealed class IndicatorRunsLaw() : IndicatorLaw(LawNames.Runs)
{
    private const int Awkward = 300;

    public override ConformanceFinding Examine(IndicatorExamination examination)
    {
        foreach ((string name, BarSeries bars) in Trials(examination.Bars))
        {
            int row = 0;
            try
            {
                IndicatorStream stream = examination.CreateStream();
                for (; row < bars.Count; row++)
                    stream.Update(new BarEvent(bars, row));
            }
            catch (Exception exception)
            {
                return Broken(
                    FormattableString.Invariant($"on {name} it threw at bar {row}: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}"),
                    "In a run, everything that reads it stops there. Guard values that can be zero or NaN, and reject arguments in the constructor.");
            }
        }

        return Held("it accepted all bars");
    }

    private static IEnumerable<(string Name, BarSeries Bars)> Trials(BarSeries walk)
    {
        BarSeries bare = TestBars.Empty(hasVolume: false);
        BarSeries flat = TestBars.Empty(hasVolume: true);
        for (int row = 0; row < Awkward; row++)
        {
            TestBars.Add(bare, walk.Open[row], walk.High[row], walk.Low[row], walk.Close[row]);
            TestBars.Add(flat, 100, 100, 100, 100, volume: 0);
        }

        return [("a random walk", walk), ("one bar", TestBars.First(walk, 1)), ("bars without volume", bare), ("prices that never move", flat)];
    }
}
