namespace Backtest.Fixtures.Throwing;

/// <summary>Throws at one bar, so that tests can see what happens to the rest.</summary>
[Strategy("throwing", Description = "Throws at one bar.")]
public sealed partial class ThrowingStrategy
{
    private int _bars;

    /// <summary>The number of the bar to throw at, from 1.</summary>
    [Parameter(Min = 1, Description = "The bar to throw at, from 1.")]
    public int At { get; init; } = 100;

    /// <summary>Counts bars and throws.</summary>
    public void OnBar(BarEvent bar)
    {
        if (++_bars == At)
            throw new InvalidOperationException("thrown on purpose");
    }
}
