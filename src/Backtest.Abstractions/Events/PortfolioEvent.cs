namespace Backtest;

/// <summary>A portfolio was valued at the end of a turn.</summary>
/// <param name="Time">The time of the turn: the end of its bars, UTC.</param>
/// <param name="BarStart">The label of the bar: its start, UTC.</param>
/// <param name="Equity">Cash and positions at the last closes, in money.</param>
/// <param name="Cash">Money not in positions.</param>
/// <param name="Exposure">Gross notional over equity; zero with nothing held, else not a number where equity is zero.</param>
/// <param name="Drawdown">The fall from the highest equity so far, as a fraction of it; zero or above.</param>
[Event(Stage.Portfolio)]
public readonly record struct PortfolioEvent(
    DateTime Time, DateTime BarStart, double Equity, double Cash, double Exposure, double Drawdown);
