namespace Backtest.Engine;

/// <summary>Sends a portfolio's value on.</summary>
[Emitter(typeof(PortfolioEvent))]
public interface IPortfolioEvents
{
    /// <summary>Sends a valuation on.</summary>
    void Emit(in PortfolioEvent portfolio);
}
