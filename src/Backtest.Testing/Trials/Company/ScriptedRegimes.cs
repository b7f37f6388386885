using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Regimes for a plugin to receive. They depend only on the row, so that they are the same whatever bars follow.</summary>
internal sealed class ScriptedRegimes(IReadOnlyList<string> states, Func<int, int> stateOfRow) : ClassifierFactory
{
    private const int BarsInState = 15;

    public override PluginDescriptor Descriptor { get; } = new()
    {
        Kind = PluginKind.Classifier,
        Id = "regimes",
        Type = typeof(ScriptedRegimes),
        Handlers = [new HandlerDescription("OnBar", nameof(BarEvent), nameof(RegimeEvent))],
    };

    /// <summary>Regimes that alternate, after a period without any.</summary>
    public static ScriptedRegimes Changing(IReadOnlyList<string> states) =>
        new(states, row => row < BarsInState ? -1 : row / BarsInState % states.Count);

    /// <summary>The regime a test gives each row.</summary>
    public static ScriptedRegimes Given(Func<int, string> regime, int rows)
    {
        string[] byRow = [.. Enumerable.Range(0, rows).Select(regime)];
        string[] states = [.. byRow.Where(name => name != RegimeEvent.Unknown).Distinct()];
        return new ScriptedRegimes(states, row => Array.IndexOf(states, byRow[row]));
    }

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
    {
    }

    public override ClassifierNode Create(ParameterMap parameters, BindingContext context, ClassifierConnections connections) =>
        new Node(states, stateOfRow, connections);

    private sealed class Node(IReadOnlyList<string> states, Func<int, int> stateOfRow, ClassifierConnections connections)
        : ClassifierNode(connections)
    {
        public override IReadOnlyList<string> States => states;

        public override void OnTurn(int row)
        {
            Regimes.Row = row;
            int state = stateOfRow((int)Bars.FirstIndex + row);
            Regimes.Set(state, state < 0 ? 0 : 0.8);
        }

        public override void Run(int from, int to)
        {
            for (int row = from; row < to; row++)
                OnTurn(row);
        }
    }
}
