namespace Backtest.Plugins.StandardRisk;

/// <summary>What one strategy holds of one instrument, waits for, or asks for now.</summary>
/// <param name="StrategyIndex">The place of the strategy.</param>
/// <param name="Instrument">The instrument.</param>
/// <param name="Held">How many stay once exits under way have filled; zero: nothing is held yet.</param>
/// <param name="Strength">How much it is wanted, in (0, 1].</param>
internal record struct WeightedPosition(int StrategyIndex, Instrument Instrument, decimal Held, double Strength)
{
    /// <summary>The share of equity it is to have; <see langword="null"/>: nothing says which.</summary>
    public double? Share { get; set; }

    /// <summary>Whether it is this strategy's, in this instrument.</summary>
    public readonly bool Is(int strategyIndex, Instrument instrument) => StrategyIndex == strategyIndex && Instrument.Index == instrument.Index;
}
