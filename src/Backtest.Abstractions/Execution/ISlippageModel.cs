namespace Backtest;

/// <summary>Computes what a market or stop order loses against the price. A pure function of its arguments.</summary>
public interface ISlippageModel
{
    /// <summary>The data it needs.</summary>
    SlippageNeeds Needs => SlippageNeeds.Nothing;

    /// <summary>The loss of one unit, in points of price; zero or above.</summary>
    decimal Slippage(in SlippageTerms fill);
}
