namespace Backtest.Plugins.StandardRisk;

/// <summary>A position that a strategy holds in an instrument, or an entry that is resting or signaled in this turn.</summary>
/// <param name="StrategyIndex">The index of the strategy.</param>
/// <param name="Instrument">The instrument.</param>
/// <param name="Held">The quantity that remains once resting exits have filled; zero if nothing is held yet.</param>
/// <param name="Strength">The strength of its signal, in (0, 1].</param>
internal record struct WeightedPosition(int StrategyIndex, Instrument Instrument, decimal Held, double Strength)
{
    /// <summary>Its target share of equity; <see langword="null"/> if there is none.</summary>
    public double? Share { get; set; }

    /// <summary>Whether this is the position of a given strategy in a given instrument.</summary>
    public readonly bool Is(int strategyIndex, Instrument instrument) => StrategyIndex == strategyIndex && Instrument.Index == instrument.Index;
}
