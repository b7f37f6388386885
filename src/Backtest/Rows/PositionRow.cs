using Backtest.Engine;

namespace Backtest;

/// <summary>A position still open at the end.</summary>
public readonly record struct PositionRow
{
    private readonly PositionRecord _position;

    internal PositionRow(string portfolio, string strategy, in PositionRecord position)
    {
        Portfolio = portfolio;
        Strategy = strategy;
        _position = position;
    }

    /// <summary>The name of the portfolio.</summary>
    public string Portfolio { get; }

    /// <summary>The name of the strategy.</summary>
    public string Strategy { get; }

    /// <summary>What is held.</summary>
    public string Symbol => _position.Instrument.Symbol;

    /// <summary>How many; below zero short.</summary>
    public decimal Quantity => _position.Quantity;

    /// <summary>The average price of what is held.</summary>
    public decimal AveragePrice => _position.AveragePrice;

    /// <summary>The last close.</summary>
    public double Price => _position.Price;

    /// <summary>Money gained or lost at that close.</summary>
    public decimal Unrealized => _position.Unrealized;
}
