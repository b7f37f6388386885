using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>A classifier that reports a test's regimes on each bar.</summary>
public sealed class ScriptedClassifier(Func<long, int> stateOfBar, params string[] states) : ClassifierFactory
{
    /// <summary>The states it names for a symbol, if they are not the same for all.</summary>
    public Func<string, string[]>? StatesOf { get; init; }

    /// <summary>Called before the first bar with its start context.</summary>
    public Action<StartContext>? Started { get; init; }

    /// <summary>The probability of each state, by bar, or <see langword="null"/> if it provides none.</summary>
    public Func<long, double[]>? Probabilities { get; init; }

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
        new Node(this, stateOfBar, StatesOf?.Invoke(connections.Bars.Instrument.Symbol) ?? states, connections);

    private sealed class Node(ScriptedClassifier owner, Func<long, int> stateOfBar, string[] states, ClassifierConnections connections) : ClassifierNode(connections)
    {
        public override IReadOnlyList<string> States => states;

        public override void OnStart(in StartContext context) => owner.Started?.Invoke(context);

        public override void OnTurn(int row)
        {
            Regimes.Row = row;
            long bar = new BarEvent(Bars, row).Index;
            if (owner.Probabilities is { } probabilities)
                Regimes.Set(stateOfBar(bar), 1, probabilities(bar));
            else
                Regimes.Set(stateOfBar(bar), 1);
        }

        public override void Run(int from, int to)
        {
            for (int row = from; row < to; row++)
                OnTurn(row);
        }
    }
}
