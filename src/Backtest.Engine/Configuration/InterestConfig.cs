namespace Backtest.Engine;

/// <summary>What is paid for what is borrowed, and on cash: rates a year of 360 days, as fractions.</summary>
public sealed record InterestConfig
{
    /// <summary>What is paid on the market value of shorts.</summary>
    public decimal Borrow { get; init; }

    /// <summary>The same of some symbols, in place of <see cref="Borrow"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, decimal>> BorrowBySymbol { get; init; } = [];

    /// <summary>What is paid on money borrowed.</summary>
    public decimal Margin { get; init; }

    /// <summary>What is received on cash.</summary>
    public decimal Cash { get; init; }

    /// <summary>Where it stands in the run file.</summary>
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
