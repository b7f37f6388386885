namespace Backtest;

/// <summary>A protective price: absolute, or a distance from the price of the entry's fill.</summary>
public readonly record struct PriceLevel
{
    private PriceLevel(double value, bool isDistance)
    {
        Value = value;
        IsDistance = isDistance;
    }

    /// <summary>The price, or the distance in points of price; above zero.</summary>
    public double Value { get; }

    /// <summary>Whether <see cref="Value"/> is a distance from the fill.</summary>
    public bool IsDistance { get; }

    /// <summary>A fixed price.</summary>
    public static PriceLevel At(double price) => new(price, isDistance: false);

    /// <summary>A distance from the price of the entry's fill, against or with the position, depending on its use.</summary>
    public static PriceLevel Offset(double distance) => new(distance, isDistance: true);
}
