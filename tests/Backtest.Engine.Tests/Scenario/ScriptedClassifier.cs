using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>A classifier that sees what a test says on each bar.</summary>
public sealed class ScriptedClassifier(Func<long, int> stateOfBar, params string[] states) : ClassifierFactory
{
    public override PluginDescriptor Descriptor { get; } = new()
    {
        Kind = PluginKind.Classifier,
        Id = "scripted",
        Type = typeof(ScriptedClassifier),
        Handlers = [new("OnBar", "BarEvent", "RegimeEvent")],
    };

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
    {
    }

    public override ClassifierNode Create(ParameterMap parameters, BindingContext context, ClassifierConnections connections) =>
        new Node(stateOfBar, states, connections);

    private sealed class Node(Func<long, int> stateOfBar, string[] states, ClassifierConnections connections) : ClassifierNode(connections)
    {
        public override IReadOnlyList<string> States => states;

        public override void OnTurn(int row)
        {
            Regimes.Row = row;
            Regimes.Set(stateOfBar(new BarEvent(Bars, row).Index), 1);
        }

        public override void Run(int from, int to)
        {
            for (int row = from; row < to; row++)
                OnTurn(row);
        }
    }
}
