using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// One strategy on one instrument that switches between sets of parameters: a node for each set, of which one decides
/// ([why](../../../docs/decisions/0032-a-strategy-switches-parameters.md)). All nodes receive the events of the position, because any of them may
/// have to manage it later.
/// </summary>
/// <param name="connections">The connections of the nodes, except for their emitters.</param>
/// <param name="nodes">The nodes, by the number of their set.</param>
/// <param name="active">Selects the set that decides.</param>
internal sealed class SwitchingNode(StrategyConnections connections, StrategyNode[] nodes, ParameterSwitch active) : StrategyNode(connections)
{
    // A node without state need not be called where it does not decide.
    private readonly bool _callsAll = !Array.TrueForAll(nodes, node => node.IsStateless);

    public override bool IsStateless => !_callsAll;

    public override IReadOnlyList<string> IndicatorNames => nodes[ParameterSets.Plain].IndicatorNames;

    public override void OnTurn(int row)
    {
        active.Reach(Bars.Day[row]);
        if (_callsAll)
        {
            foreach (StrategyNode node in nodes)
                node.OnTurn(row);
        }
        else
        {
            nodes[active.Active].OnTurn(row);
        }
    }

    protected override int Search(int from, int to, bool marks)
    {
        // The first row of another set must be handled, even if that set has nothing to do there: this is where the switch is made.
        int until = active.NextRow(Bars, from, to);
        return from == until ? until : nodes[active.Active].Next(from, until, marks);
    }

    public override void ReadIndicators(int row, Span<double> values)
    {
        // When bars are only observed, this is the only source of the day. A row below zero is before the chunk, so its day was already reached.
        if (row >= 0)
            active.Reach(Bars.Day[row]);
        nodes[active.Active].ReadIndicators(row, values);
    }

    public override void OnRegime(in RegimeEvent regime)
    {
        foreach (StrategyNode node in nodes)
            node.OnRegime(regime);
    }

    public override void OnFill(in FillEvent fill)
    {
        foreach (StrategyNode node in nodes)
            node.OnFill(fill);
    }

    public override void OnReject(in OrderRejectedEvent reject)
    {
        foreach (StrategyNode node in nodes)
            node.OnReject(reject);
    }

    public override void OnCancel(in OrderCanceledEvent cancel)
    {
        foreach (StrategyNode node in nodes)
            node.OnCancel(cancel);
    }
}
