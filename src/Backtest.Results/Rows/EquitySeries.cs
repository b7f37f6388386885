using System.Runtime.InteropServices;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>
/// The equity of a portfolio, or of all together: a row for each turn in which a bar of a traded symbol ended. The columns are spans over the same
/// rows.
/// </summary>
public sealed class EquitySeries
{
    private readonly List<DateTime> _times = [];
    private readonly List<double> _equity = [];
    private readonly List<double> _cash = [];
    private readonly List<double> _exposure = [];
    private readonly List<double> _drawdown = [];

    internal EquitySeries(string name) => Name = name;

    /// <summary>The name of the portfolio, or <c>total</c>.</summary>
    public string Name { get; }

    /// <summary>The number of rows.</summary>
    public int Count => _times.Count;

    /// <summary>The ends of the turns, UTC.</summary>
    public ReadOnlySpan<DateTime> Times => CollectionsMarshal.AsSpan(_times);

    /// <summary>Cash and positions at the last closes, in money.</summary>
    public ReadOnlySpan<double> Equity => CollectionsMarshal.AsSpan(_equity);

    /// <summary>Cash, in money.</summary>
    public ReadOnlySpan<double> Cash => CollectionsMarshal.AsSpan(_cash);

    /// <summary>Gross notional divided by equity; NaN if equity is zero.</summary>
    public ReadOnlySpan<double> Exposure => CollectionsMarshal.AsSpan(_exposure);

    /// <summary>The fall from the highest equity so far, as a fraction of it.</summary>
    public ReadOnlySpan<double> Drawdown => CollectionsMarshal.AsSpan(_drawdown);

    /// <summary>Adds the rows of a chunk.</summary>
    internal void Add(EquityColumns columns)
    {
        int count = columns.Count;
        foreach (long ticks in columns.Time.AsSpan(0, count))
            _times.Add(new DateTime(ticks, DateTimeKind.Utc));
        _equity.AddRange(columns.Equity.AsSpan(0, count));
        _cash.AddRange(columns.Cash.AsSpan(0, count));
        _exposure.AddRange(columns.Exposure.AsSpan(0, count));
        _drawdown.AddRange(columns.Drawdown.AsSpan(0, count));
    }

    /// <summary>Adds a row of a table.</summary>
    internal void Add(ReadTable table, int row)
    {
        _times.Add(table.Time("time", row));
        _equity.Add(table.Number("equity", row) ?? double.NaN);
        _cash.Add(table.Number("cash", row) ?? double.NaN);
        _exposure.Add(table.Number("exposure", row) ?? double.NaN);
        _drawdown.Add(table.Number("drawdown", row) ?? double.NaN);
    }
}
