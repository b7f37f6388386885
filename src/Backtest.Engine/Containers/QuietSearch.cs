using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Finds the turns that a portfolio may pass over: each role that can act answers from which row on it must be asked
/// ([why](../../../docs/decisions/0021-sparse-turns.md)).
/// </summary>
internal sealed class QuietSearch(RiskPortfolioParts roles)
{
    private readonly BarSeries[] _seen = [.. roles.Turns.Traded, .. roles.Turns.GoneBy];
    private readonly QuietStretch _stretch = new(roles.Turns.Traded);

    /// <summary>Finds the turns, from a given one on, that need not be taken.</summary>
    /// <param name="chunk">The current chunk.</param>
    /// <param name="from">The first turn.</param>
    /// <param name="to">The turn before which the search ends.</param>
    /// <returns>A stretch of turns, valid until the next search; empty if the first turn must be taken.</returns>
    public QuietStretch Find(BarChunk chunk, int from, int to)
    {
        _stretch.Begin(chunk, from);
        to = Math.Min(to, from + QuietStretch.MostRows);
        if (chunk.IsLast)
            to = Math.Min(to, chunk.TurnCount - 1);
        to = Bound(chunk, from, to);
        if (to <= from)
            return _stretch;
        roles.Turns.Fill(_stretch, to);
        if (_stretch.Count == 0)
            return _stretch;
        _stretch.Keep(roles.Interest.Next(_stretch));
        if (_stretch.Count == 0)
            return _stretch;
        roles.Portfolio.Value(_stretch);
        _stretch.Keep(roles.Ruin.Next(_stretch));
        if (_stretch.Count > 0)
            _stretch.Keep(roles.MarginCalls.Next(_stretch));
        if (_stretch.Count > 0)
            _stretch.Keep(roles.Gate.Next(_stretch));
        return _stretch;
    }

    /// <summary>
    /// The first turn at which a role may act regardless of the portfolio's value. The likeliest roles are asked first, since most searches end with
    /// them.
    /// </summary>
    private int Bound(BarChunk chunk, int from, int to)
    {
        if (roles.Universe.IsAlert)
            return from;
        to = roles.Closing.Next(chunk, from, roles.Delistings.Next(chunk, from, to));
        foreach (int instrument in roles.Execution.Working.Listed)
        {
            if (to <= from)
                break;
            BarSeries series = chunk.Series[instrument];
            (int first, int end) = (chunk.FirstRow(series, from), chunk.FirstRow(series, to));
            to = Earlier(chunk, series, roles.Execution.Next(series, first, end), end, to);
        }

        for (int i = 0; i < _seen.Length && from < to; i++)
        {
            BarSeries series = _seen[i];
            (int first, int end) = (chunk.FirstRow(series, from), chunk.FirstRow(series, to));
            if (first < end)
                to = Earlier(chunk, series, Next(series, first, end), end, to);
        }

        return to;
    }

    /// <summary>The first row of a series at which an event occurs or a strategy decides.</summary>
    private int Next(BarSeries series, int from, int to)
    {
        int row = roles.Regimes.Next(series, from, to);
        if (roles.Turns.Trades(series.Index))
            row = roles.Actions.Next(series, from, row);
        foreach (StrategyGroup strategy in roles.Strategies)
        {
            if (row > from)
                row = strategy.Next(series, from, row);
        }

        return row;
    }

    private static int Earlier(BarChunk chunk, BarSeries series, int row, int end, int to) => row < end ? chunk.TurnOf(series, row) : to;
}
