namespace Backtest.Engine;

/// <summary>A trade of one strategy in one instrument, from flat to flat.</summary>
/// <param name="Id">Counts the portfolio's trades from 1.</param>
/// <param name="Sequence">Counts the portfolio's events from 1.</param>
/// <param name="Turn">The turn it closed in, from 0.</param>
/// <param name="StrategyIndex">The place of the strategy, from 0.</param>
/// <param name="Instrument">What was traded.</param>
/// <param name="Direction">The side of the position.</param>
/// <param name="Quantity">All that was entered.</param>
/// <param name="EntryTime">When it was opened, UTC ticks.</param>
/// <param name="EntryIndex">The index of the bar it was opened on, in the instrument's history.</param>
/// <param name="EntryBarStart">The label of that bar: its start, UTC ticks.</param>
/// <param name="EntryPrice">The average price of the entries.</param>
/// <param name="ExitTime">When it was closed, UTC ticks.</param>
/// <param name="ExitIndex">The index of the bar it was closed on.</param>
/// <param name="ExitBarStart">The label of that bar: its start, UTC ticks.</param>
/// <param name="ExitPrice">The average price of the exits.</param>
/// <param name="Profit">Money made, commissions taken off.</param>
/// <param name="Return">Profit over the value entered.</param>
/// <param name="MaximumAdverseExcursion">The worst money it stood at while open; zero or below.</param>
/// <param name="MaximumFavorableExcursion">The best money it stood at while open; zero or above.</param>
/// <param name="Commission">Money paid for its fills.</param>
/// <param name="EntryRegime">The regime when it was opened; <see langword="null"/>: no classifier above.</param>
public readonly record struct TradeRecord(
    int Id,
    long Sequence,
    long Turn,
    int StrategyIndex,
    Instrument Instrument,
    Direction Direction,
    decimal Quantity,
    long EntryTime,
    long EntryIndex,
    long EntryBarStart,
    decimal EntryPrice,
    long ExitTime,
    long ExitIndex,
    long ExitBarStart,
    decimal ExitPrice,
    decimal Profit,
    decimal Return,
    double MaximumAdverseExcursion,
    double MaximumFavorableExcursion,
    decimal Commission,
    string? EntryRegime)
{
    /// <summary>Bars from entry to exit.</summary>
    public long Bars => ExitIndex - EntryIndex;
}
