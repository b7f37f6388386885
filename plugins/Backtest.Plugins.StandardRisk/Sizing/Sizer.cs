namespace Backtest.Plugins.StandardRisk;

/// <summary>Determines the quantity of an entry, before limits and before rounding to the lot.</summary>
public abstract record Sizer
{
    private protected const decimal NegligibleRisk = 1e-9m;

    private protected Sizer()
    {
    }

    /// <summary>The indicator that instruments are measured by; <see langword="null"/> if the price is enough.</summary>
    internal virtual IndicatorSpec? Measure => null;

    /// <summary>The share of equity of an entry whose quantity is determined at the fill; 0 if it is determined now.</summary>
    internal virtual decimal ShareAtFill(in EntryRequest entry) => 0;

    /// <summary>The quantity; <see langword="null"/> if the instrument does not move, so that no quantity has the wanted risk.</summary>
    internal abstract decimal? Quantity(in EntryRequest entry);

    /// <summary>The money divided by the risk of one unit.</summary>
    private protected static decimal? Spread(decimal money, decimal unitRisk, in EntryRequest entry) =>
        unitRisk < entry.UnitValue * NegligibleRisk ? null : money / unitRisk;
}
