namespace Backtest.Plugins.StandardRisk;

/// <summary>How many an entry is for, before limits and before rounding to the lot.</summary>
public abstract record Sizer
{
    private protected const decimal NegligibleRisk = 1e-9m;

    private protected Sizer()
    {
    }

    /// <summary>The indicator it measures each instrument by; <see langword="null"/>: the price is enough.</summary>
    internal virtual IndicatorSpec? Measure => null;

    /// <summary>The share of equity an entry is for, where its quantity is settled at the fill; 0: it is settled now.</summary>
    internal virtual decimal ShareAtFill(in EntryRequest entry) => 0;

    /// <summary>The quantity; <see langword="null"/>: the instrument does not move, so no quantity carries the risk wanted.</summary>
    internal abstract decimal? Quantity(in EntryRequest entry);

    /// <summary>Money over the money at risk in one unit.</summary>
    private protected static decimal? Spread(decimal money, decimal unitRisk, in EntryRequest entry) =>
        unitRisk < entry.UnitValue * NegligibleRisk ? null : money / unitRisk;
}
