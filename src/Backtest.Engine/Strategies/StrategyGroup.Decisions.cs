namespace Backtest.Engine;

/// <content>Decides at which bars its nodes are called.</content>
public sealed partial class StrategyGroup
{
    /// <summary>Lets the nodes of these bars decide, once their instrument trades; earlier bars only warm up.</summary>
    private void Decide(ReadOnlySpan<TurnBar> bars, DecisionBars decisions)
    {
        foreach (TurnBar bar in bars)
        {
            if (bar.Series >= _bySeries.Length || _bySeries[bar.Series] is not { } node)
                continue;
            if (_market.HasOpened(decisions.Take(bar)))
                node.OnTurn(bar.Row);
        }
    }

    private void Replay(in Turn turn, ReplayedStrategy replayed)
    {
        if (_decisions is not null)
        {
            Note(turn.Bars, _decisions);
            Note(turn.OtherBars, _decisions);
        }

        replayed.OnTurn(turn);
    }

    /// <summary>Advances to the bars that were decided on, for the recorder.</summary>
    private void Note(ReadOnlySpan<TurnBar> bars, DecisionBars decisions)
    {
        foreach (TurnBar bar in bars)
        {
            if (DecidesOn(bar.Series))
                decisions.Take(bar);
        }
    }

    /// <summary>Whether a node must be called at a bar. A node without state is asked ahead, so that most bars need no call.</summary>
    private bool IsCalled(TurnBar bar)
    {
        if (_ahead is null)
            return true;
        if (_ahead.IsQuiet(bar.Series, bar.Row))
            return false;
        // Resting orders may change the position with the next bar, which would invalidate everything asked ahead.
        int to = _ahead.IsPure || _working.Of(bar.Series).Count == 0 ? _portfolio.Series[bar.Series].Count : bar.Row;
        return _ahead.Next(bar.Series, bar.Row, to) == bar.Row;
    }
}
