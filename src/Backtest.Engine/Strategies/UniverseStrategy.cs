using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// A strategy that decides on all its symbols together, turn by turn. If it switches between sets of parameters, each set sees every turn, and a
/// symbol is entered and exited by the set that decides on it.
/// </summary>
internal sealed class UniverseStrategy
{
    private readonly UniverseSet[] _sets;
    private readonly ParameterSwitch?[]? _switches; // by the index of the instruments; null if there is only one set

    public UniverseStrategy(
        UniverseStrategyFactory factory, StrategyPlan plan, StrategyBuilder builder, StrategyGroup group, BarSeries?[] series,
        UniverseMembers? members, Market market, Portfolio portfolio)
    {
        PositionCell?[] positions = [.. series.Select(bars => bars is null ? null : portfolio.Holding(group.Index, bars.Instrument).Cell)];
        SignalEmitter?[] emitters = [.. series.Select((bars, i) => bars is null ? null : new UniverseEmitter(
            group, bars, positions[i]!, market, builder.Range(plan, bars)))];
        bool hearsRegimes = plan.Factory.Descriptor.Handles(nameof(StrategyNode.OnRegime));
        if (plan.Sets is not { } sets)
        {
            _sets = [new UniverseSet(factory, plan, builder, series, members, market, positions, emitters)];
            Instances = [.. _sets[0].Symbols.Select(symbol => symbol is null ? null : new StrategyInstance(group.Name, symbol, hearsRegimes, []))];
            return;
        }

        ParameterSwitch?[] switches = _switches = [.. series.Select(bars => bars is null ? null : new ParameterSwitch(sets))];
        _sets =
        [
            .. sets.All.Select((set, number) => new UniverseSet(
                factory, plan.With(set), builder, series, members, market, positions,
                [.. emitters.Select((emitter, i) => emitter is null ? null : new SwitchedSignals(emitter, switches[i]!, number))])),
        ];
        Instances = [.. series.Select((bars, i) => bars is null ? null : Instance(i))];

        StrategyInstance Instance(int i)
        {
            StrategyInstance[] each =
                [.. _sets.Select((own, number) => new StrategyInstance(group.Name, own.Symbols[i]!, hearsRegimes, []) { Set = sets.All[number].Key })];
            return new StrategyInstance(group.Name, builder.Switching(series[i]!, emitters[i]!, positions[i]!, each, switches[i]!), hearsRegimes, each)
            {
                Switch = switches[i],
            };
        }
    }

    /// <summary>The instances that represent its symbols, by the index of their instruments.</summary>
    public IReadOnlyList<StrategyInstance?> Instances { get; }

    public void Start(in StartContext context)
    {
        foreach (UniverseSet set in _sets)
            set.Start(context);
    }

    public void OnTurn(in Turn turn)
    {
        foreach (ParameterSwitch? active in _switches ?? [])
            active?.Reach(turn.Day);
        foreach (UniverseSet set in _sets)
            set.OnTurn(turn);
    }

    public void OnRegime(in RegimeEvent regime)
    {
        foreach (UniverseSet set in _sets)
            set.OnRegime(regime);
    }
}
