using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>No indicator drifts over a million bars.</summary>
public class MillionBarsTests
{
    private const int Checked = 333_331;

    public static TheoryData<string> Names => [.. IndicatorCase.Usual.Keys];

    private static Lazy<BarSeries> MillionBars { get; } = new(() => Bars.Random(1_000_000, seed: 6));

    [Theory, MemberData(nameof(Names))]
    public void Stream_equals_batch_after_a_million_bars(string name)
    {
        IndicatorCase indicator = IndicatorCase.Usual[name];
        BarSeries bars = MillionBars.Value;
        Probe probe = indicator.Create();
        for (int row = Checked; row < bars.Count; row += Checked)
        {
            probe.Feed(bars, row - Checked, row - 1);
            Laws.AssertClose(indicator, bars, row - 1, probe.Update(bars, row - 1));
        }
    }
}
