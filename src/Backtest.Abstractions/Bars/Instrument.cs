namespace Backtest;

/// <summary>A traded instrument: its symbol and the rules of its market.</summary>
public sealed record Instrument
{
    // A quantity computed from fractions misses the intended lot by less than this share of a lot.
    private const decimal Tolerance = 1e-9m;

    private readonly decimal _multiplier = 1m;
    private readonly bool _hasMultiplier; // multiplying by 1 costs as much as by any number, and most instruments have that multiplier
    private readonly decimal _lotSize = 1m;
    private readonly bool _hasLotSize;

    /// <summary>The instrument's name; compared ordinally, case included.</summary>
    public required string Symbol { get; init; }

    /// <summary>The currency of its prices; <see langword="null"/> for that of the portfolio.</summary>
    public string? Currency { get; init; }

    /// <summary>The smallest quantity, and the step of quantities; above zero. Order quantities are rounded down to it.</summary>
    public decimal LotSize
    {
        get => _lotSize;
        init
        {
            _lotSize = value;
            _hasLotSize = value != 1m || value.Scale != 0;
        }
    }

    /// <summary>Money per point of price and unit of quantity; above zero.</summary>
    public decimal Multiplier
    {
        get => _multiplier;
        init
        {
            _multiplier = value;
            _hasMultiplier = value != 1m || value.Scale != 0;
        }
    }

    /// <summary>The step of order prices; <see langword="null"/> if any price is allowed.</summary>
    public decimal? TickSize { get; init; }

    /// <summary>The exchange calendar; <c>none</c> if every day is a trading day; <see langword="null"/> for the calendar of the data.</summary>
    public string? Calendar { get; init; }

    /// <summary>The index of this instrument among those of the run, in ordinal order of symbols.</summary>
    public int Index { get; init; }

    /// <summary>The value of a quantity at a price, in money.</summary>
    public decimal Value(decimal quantity, decimal price) => PointValue(quantity * price);

    /// <summary>The money a quantity gains per point of price: the quantity times the multiplier.</summary>
    public decimal PointValue(decimal quantity) => _hasMultiplier ? quantity * _multiplier : quantity;

    /// <summary>The largest multiple of the lot at or below a quantity; a quantity within 1e-9 of a lot counts as that lot.</summary>
    public decimal RoundDownToLot(decimal quantity) => IsWhole(quantity) ? quantity : decimal.Floor(Lots(quantity) + Tolerance) * LotSize;

    /// <summary>The smallest multiple of the lot at or above a quantity; a quantity within 1e-9 of a lot counts as that lot.</summary>
    public decimal RoundUpToLot(decimal quantity) => decimal.Ceiling(Lots(quantity) - Tolerance) * LotSize;

    // Most quantities are whole numbers above zero, and most lots one unit: rounding would take three operations for the same result.
    private bool IsWhole(decimal quantity) => !_hasLotSize && quantity.Scale == 0 && quantity > 0;

    private decimal Lots(decimal quantity) => LotSize == 1m ? quantity : quantity / LotSize;
}
