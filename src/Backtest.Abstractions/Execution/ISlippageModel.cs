namespace Backtest;

/// <summary>Says what a market or stop order loses against the price. It is a pure function of what it is given.</summary>
public interface ISlippageModel
{
    /// <summary>What it needs from the data.</summary>
    SlippageNeeds Needs => SlippageNeeds.Nothing;

    /// <summary>What one unit loses, in points of price; zero or above.</summary>
    decimal Slippage(in SlippageTerms fill);
}
