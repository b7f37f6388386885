using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Creates the strategies of one portfolio from their plans, on one instrument at a time.</summary>
internal sealed class StrategyBuilder(TreeContext tree, FaultContext context)
{
    /// <summary>Creates a strategy, or a container with its members.</summary>
    /// <exception cref="InputException">Its parameters lead to an invalid indicator or container, or the plugin threw.</exception>
    public StrategyInstance Build(StrategyPlan plan, string name, ISignalSender sender, BarSeries bars, PositionCell position)
    {
        IndicatorReader<double>? range = Range(plan, bars);
        var connections = new StrategyConnections(bars, tree.Hub, new StrategyEmitter(sender, bars, position, range), position) { Range = range };
        return plan.Sets is { } sets ? Switching(sets, plan, name, connections) : Build(plan, name, connections);
    }

    /// <summary>The average true range in which a strategy expresses distances; <see langword="null"/> if it does not use one.</summary>
    public IndicatorReader<double>? Range(StrategyPlan plan, BarSeries bars) =>
        plan.Factory.Descriptor.RangePeriod is > 0 and var period ? tree.AverageTrueRange(period, bars) : null;

    /// <summary>Creates a strategy once with each set of parameters, under one name, so that each behaves as it would alone.</summary>
    private StrategyInstance Switching(ParameterSets sets, StrategyPlan plan, string name, StrategyConnections connections)
    {
        var active = new ParameterSwitch(sets);
        StrategyInstance[] each =
        [
            .. sets.All.Select((set, number) =>
                Build(plan.With(set), name, connections with { Signals = new SwitchedSignals(connections.Signals, active, number) }) with { Set = set.Key }),
        ];
        var node = new SwitchingNode(connections, [.. each.Select(instance => instance.Node)], active);
        return new StrategyInstance(name, node, each[0].HandlesRegimes, each) { Switch = active };
    }

    private StrategyInstance Build(StrategyPlan plan, string name, StrategyConnections connections)
    {
        bool hearsRegimes = plan.Factory.Descriptor.Handles(nameof(StrategyNode.OnRegime));
        if (plan.Factory is ContainerFactory container)
            return Build(container, plan, name, connections, hearsRegimes);
        var strategy = (StrategyFactory)plan.Factory;
        StrategyNode node = tree.Create(
            plan.Key, plan.Config.Position, () => strategy.Create(plan.Config.Parameters, plan.Binding, connections));
        return new StrategyInstance(name, node, hearsRegimes, []);
    }

    /// <summary>Creates the node that represents one symbol of a universe strategy.</summary>
    public UniverseSymbolNode Symbol(StrategyPlan plan, BarSeries bars, SignalEmitter signals, PositionCell position) =>
        new(new StrategyConnections(bars, tree.Hub, signals, position) { Range = Range(plan, bars) });

    /// <summary>Creates the node that represents one symbol of a universe strategy that switches parameters.</summary>
    public SwitchingNode Switching(BarSeries bars, SignalEmitter signals, PositionCell position, StrategyInstance[] sets, ParameterSwitch active) =>
        new(new StrategyConnections(bars, tree.Hub, signals, position), [.. sets.Select(set => set.Node)], active);

    /// <summary>Creates the node that represents one symbol of a strategy whose signals are replayed.</summary>
    public ReplayedSymbolNode Replayed(BarSeries bars, ISignalSender sender, PositionCell position, IReadOnlyList<string> indicatorNames) =>
        new(new StrategyConnections(bars, tree.Hub, new StrategyEmitter(sender, bars, position), position), indicatorNames);

    /// <summary>Creates the node of a universe strategy.</summary>
    /// <exception cref="InputException">Its parameters lead to an invalid indicator, or the plugin threw.</exception>
    public UniverseNode Build(UniverseStrategyFactory factory, StrategyPlan plan, UniverseConnections connections) =>
        tree.Create(plan.Key, plan.Config.Position, () => factory.Create(plan.Config.Parameters, plan.Binding, connections));

    private StrategyInstance Build(
        ContainerFactory factory, StrategyPlan plan, string name, StrategyConnections connections, bool hearsRegimes)
    {
        BarSeries bars = connections.Bars;
        var signals = new MemberSignals(name, context);
        StrategyInstance[] members =
        [
            .. plan.Members.Select((member, index) =>
            {
                string path = $"{name}/{member.Config.Name}";
                return Build(member, path, signals.Of(index, path), bars, connections.Position);
            }),
        ];
        string[] names = [.. plan.Members.Select(member => member.Config.Name)];
        var group = new MemberGroup(name, names, members, signals, bars, context);
        var parts = new ContainerConnections(
            connections, new ContainerParts(group, bars.Instrument),
            [.. members.Select((member, index) => new ContainerMember(names[index], member.Node))]);
        StrategyNode node = tree.Create(plan.Key, plan.Config.Position, () => Create(factory, plan, parts));
        return new StrategyInstance(name, node, hearsRegimes, members);
    }

    private ContainerNode Create(ContainerFactory factory, StrategyPlan plan, ContainerConnections connections)
    {
        try
        {
            return factory.Create(plan.Config.Parameters, plan.Binding, connections);
        }
        catch (Exception exception) when (exception is not InputException && !Interruption.Is(exception, tree.Cancellation))
        {
            throw new InputException(new InputError("container_not_made", $"'{plan.Config.Type}' threw while creating its container: {ExceptionText.Message(exception)}")
            {
                Fix = "Try other parameters or strategies. If that does not help, report the error to the plugin's author.",
            });
        }
    }
}
