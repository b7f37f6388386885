namespace Backtest;

/// <summary>How large a position is to be; below zero short.</summary>
public readonly record struct PositionSize
{
    private PositionSize(double amount, SizeUnit unit)
    {
        Amount = amount;
        Unit = unit;
    }

    /// <summary>How much, in the unit; below zero short.</summary>
    public double Amount { get; }

    /// <summary>What it counts.</summary>
    public SizeUnit Unit { get; }

    /// <summary>A fraction of the portfolio's equity.</summary>
    public static PositionSize Weight(double fraction) => new(fraction, SizeUnit.Weight);

    /// <summary>Money.</summary>
    public static PositionSize Value(double money) => new(money, SizeUnit.Value);

    /// <summary>Units of the instrument.</summary>
    public static PositionSize Quantity(double units) => new(units, SizeUnit.Quantity);

    /// <summary>So many times the size.</summary>
    public PositionSize Times(double factor) => new(Amount * factor, Unit);
}

/// <summary>What a size counts.</summary>
public enum SizeUnit
{
    /// <summary>Nothing: the risk manager decides how many.</summary>
    None,

    /// <summary>Units of the instrument.</summary>
    Quantity,

    /// <summary>Money, at the last close.</summary>
    Value,

    /// <summary>Fractions of the portfolio's equity, at the last close.</summary>
    Weight,
}
