namespace Backtest;

/// <summary>The size of a position; below zero for short.</summary>
public readonly record struct PositionSize
{
    private PositionSize(double amount, SizeUnit unit)
    {
        Amount = amount;
        Unit = unit;
    }

    /// <summary>The amount, in the unit; below zero for short.</summary>
    public double Amount { get; }

    /// <summary>The unit of the amount.</summary>
    public SizeUnit Unit { get; }

    /// <summary>A fraction of the portfolio's equity.</summary>
    public static PositionSize Weight(double fraction) => new(fraction, SizeUnit.Weight);

    /// <summary>Money.</summary>
    public static PositionSize Value(double money) => new(money, SizeUnit.Value);

    /// <summary>Units of the instrument.</summary>
    public static PositionSize Quantity(double units) => new(units, SizeUnit.Quantity);

    /// <summary>The size multiplied by a factor.</summary>
    public PositionSize Times(double factor) => new(Amount * factor, Unit);
}

/// <summary>The unit of a size.</summary>
public enum SizeUnit
{
    /// <summary>No size: the risk manager decides the quantity.</summary>
    None,

    /// <summary>Units of the instrument.</summary>
    Quantity,

    /// <summary>Money, at the last close.</summary>
    Value,

    /// <summary>Fractions of the portfolio's equity, at the last close.</summary>
    Weight,
}
