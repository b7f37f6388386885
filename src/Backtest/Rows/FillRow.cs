namespace Backtest;

/// <summary>An order that filled, whole or in part.</summary>
public readonly record struct FillRow
{
    private readonly FillEvent _fill;

    internal FillRow(string portfolio, string strategy, in FillEvent fill)
    {
        Portfolio = portfolio;
        Strategy = strategy;
        _fill = fill;
    }

    /// <summary>Counts the portfolio's fills from 1.</summary>
    public int Id => _fill.Id;

    /// <summary>The id of the order.</summary>
    public int OrderId => _fill.OrderId;

    /// <summary>The name of the portfolio.</summary>
    public string Portfolio { get; }

    /// <summary>The name of the strategy it was traded for.</summary>
    public string Strategy { get; }

    /// <summary>When, UTC: the start of the bar for a fill at its open, else the bar's end.</summary>
    public DateTime Time => _fill.Time;

    /// <summary>What was traded.</summary>
    public string Symbol => _fill.Instrument.Symbol;

    /// <summary>Buy or sell.</summary>
    public Side Side => _fill.Side;

    /// <summary>How many, above zero.</summary>
    public decimal Quantity => _fill.Quantity;

    /// <summary>The price of one unit, slippage included.</summary>
    public decimal Price => _fill.Price;

    /// <summary>Money paid for the trade.</summary>
    public decimal Commission => _fill.Commission;

    /// <summary>Money lost against the price before slippage.</summary>
    public decimal Slippage => _fill.Slippage;
}
