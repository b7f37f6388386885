using Backtest;

namespace ExampleNamespace;

/// <summary>A market order loses a share of the range of the bar it fills on, and at least so many ticks.</summary>
[SlippageModel("example-id", Description = "A share of the range of the bar, and at least so many ticks.")]
public sealed class ExampleSlippageModel : ISlippageModel
{
    /// <summary>The share of the bar's range, from low to high, that one unit loses.</summary>
    [Parameter(Min = 0, Max = 1, Description = "The share of the bar's range, from low to high, that one unit loses.")]
    public decimal Share { get; init; } = 0.05m;

    /// <summary>How many ticks one unit loses at least.</summary>
    [Parameter(Min = 0, Max = 1_000, Description = "How many ticks one unit loses at least; counts for instruments with a 'tick_size'.")]
    public int Ticks { get; init; } = 1;

    /// <summary>What one unit loses, in points of price.</summary>
    public decimal Slippage(in SlippageTerms fill) =>
        Math.Max(Share * (decimal)(fill.Bar.High - fill.Bar.Low), Ticks * (fill.Instrument.TickSize ?? 0));
}
