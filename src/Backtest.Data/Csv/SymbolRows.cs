using Backtest.Abstractions.Runtime;
using Backtest.Data.Calendars;
using Backtest.Data.Rows;

namespace Backtest.Data.Csv;

/// <summary>The bars of one symbol in one file, by start.</summary>
internal sealed class SymbolRows(string symbol, string path, Timeframe timeframe, bool hasVolume, IBarPlacement placement)
{
    private readonly BarOrder _order = new(symbol, timeframe);

    /// <summary>The symbol.</summary>
    public string Symbol => symbol;

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Knows the symbol's bars by their stamps.</summary>
    public IBarPlacement Placement => placement;

    /// <summary>How many bars there are, those taken away included.</summary>
    public long Count { get; private set; }

    /// <summary>The bars, but for those taken away.</summary>
    public BarSeries Bars { get; } = new(new Instrument { Symbol = symbol }, timeframe, index: 0, hasVolume);

    /// <summary>The first day the file has of the symbol, wanted or not, as a <see cref="DateOnly.DayNumber"/>.</summary>
    public int FirstDay { get; private set; } = int.MaxValue;

    /// <summary>The last day the file has of the symbol, wanted or not, as a <see cref="DateOnly.DayNumber"/>.</summary>
    public int LastDay { get; private set; } = int.MinValue;

    /// <summary>Notes a day there is a row for.</summary>
    public void Observe(int day)
    {
        FirstDay = Math.Min(FirstDay, day);
        LastDay = Math.Max(LastDay, day);
    }

    /// <summary>A bar whose local time comes twice is the later one when the earlier one was.</summary>
    public BarTime Resolve(in BarTime time) => _order.Resolve(time);

    /// <summary>Checks that a bar comes after the last one, and not much sooner than the length of a bar.</summary>
    public RowProblem? CheckOrder(in BarTime time, CsvRow row) => _order.Check(time, row.Time);

    /// <summary>Adds a bar.</summary>
    public void Add(in BarTime time, in BarPrices prices)
    {
        Bars.Append(time.Start, time.End, prices.Open, prices.High, prices.Low, prices.Close, prices.Volume, time.Day);
        _order.Pass(time);
        Count++;
    }
}
