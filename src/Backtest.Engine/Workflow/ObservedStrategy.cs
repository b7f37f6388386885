using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The bars and indicators that one strategy reads on one instrument.</summary>
public sealed class ObservedStrategy
{
    private readonly StrategyNode _node;
    private readonly IndicatorColumn[] _columns;
    private readonly int[] _rows;

    /// <param name="portfolio">The name of the portfolio.</param>
    /// <param name="strategy">The name of the strategy.</param>
    /// <param name="bars">The bars it decides on.</param>
    /// <param name="instance">The strategy.</param>
    /// <param name="rows">The row of each instrument's last closed bar in the portfolio, at which universe strategies read.</param>
    internal ObservedStrategy(string portfolio, string strategy, BarSeries bars, StrategyInstance instance, int[] rows)
    {
        _rows = rows;
        Portfolio = portfolio;
        Strategy = strategy;
        Bars = bars;
        _node = instance.Node;
        _columns = [.. instance.Leaves.SelectMany(leaf => leaf.Node.Columns)];
    }

    /// <summary>The name of the portfolio.</summary>
    public string Portfolio { get; }

    /// <summary>The name of the strategy.</summary>
    public string Strategy { get; }

    /// <summary>The bars it decides on, to which the rows of a chunk refer.</summary>
    public BarSeries Bars { get; }

    /// <summary>The names of the indicators it reads, in snake_case; those of a struct are <c>name.member</c>.</summary>
    public IReadOnlyList<string> IndicatorNames => _node.IndicatorNames;

    /// <summary>
    /// The index, counted from the first bar of the data, from which all indicators are ready; <see cref="long.MaxValue"/> until they are.
    /// </summary>
    public long ReadyIndex => _columns.Length == 0 ? 0 : _columns.Max(column => column.ReadyIndex);

    /// <summary>
    /// Writes the values at a row of the chunk, in the order of <see cref="IndicatorNames"/>; a value is NaN until its indicator is ready.
    /// </summary>
    public void ReadIndicators(int row, Span<double> values)
    {
        _rows[Bars.Instrument.Index] = row;
        _node.ReadIndicators(row, values);
    }
}
