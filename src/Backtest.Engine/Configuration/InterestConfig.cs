namespace Backtest.Engine;

/// <summary>The interest on borrowings and cash: rates per year of 360 days, as fractions.</summary>
public sealed record InterestConfig
{
    /// <summary>The rate paid on the market value of shorts.</summary>
    public decimal Borrow { get; init; }

    /// <summary>The rates of individual symbols, which replace <see cref="Borrow"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, decimal>> BorrowBySymbol { get; init; } = [];

    /// <summary>The rate paid on money borrowed.</summary>
    public decimal Margin { get; init; }

    /// <summary>The rate received on cash.</summary>
    public decimal Cash { get; init; }

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>The rate of a symbol's shorts.</summary>
    public decimal BorrowOf(string symbol)
    {
        foreach ((string own, decimal rate) in BorrowBySymbol)
        {
            if (own == symbol)
                return rate;
        }

        return Borrow;
    }
}
