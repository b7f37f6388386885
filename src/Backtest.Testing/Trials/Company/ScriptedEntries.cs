using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>
/// Signals for a risk manager or a container to answer. They depend only on symbol, row and variation, so that they are the same whatever bars
/// follow.
/// </summary>
internal sealed class ScriptedEntries(int firstRow, int rarity, uint variation = 0) : StrategyFactory
{
    public override PluginDescriptor Descriptor { get; } = new()
    {
        Kind = PluginKind.Strategy,
        Id = "entries",
        Type = typeof(ScriptedEntries),
        Handlers = [new HandlerDescription("OnBar", nameof(BarEvent), nameof(SignalEvent))],
    };

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
    {
    }

    public override StrategyNode Create(ParameterMap parameters, BindingContext context, StrategyConnections connections) =>
        new Node(firstRow, (uint)rarity, variation, connections);

    private sealed class Node(int firstRow, uint rarity, uint variation, StrategyConnections connections) : StrategyNode(connections)
    {
        public override bool IsStateless => true;

        public override void OnTurn(int row)
        {
            Signals.Row = row;
            var bar = new BarEvent(Bars, row);
            uint hash = Hash(bar.Index, bar.Symbol, variation);
            if (bar.Index >= firstRow && (hash >> 12) % rarity == 0)
                Decide(bar, hash);
        }

        private void Decide(BarEvent bar, uint hash)
        {
            double strength = ((hash >> 8) % 4 + 1) / 4.0;
            switch (hash % 8)
            {
                case 0 or 1:
                    Signals.Enter(Direction.Long, new EntryTerms
                    {
                        Strength = strength,
                        Add = hash % 16 < 8,
                        StopLoss = PriceLevel.Offset(bar.Close / 10),
                    });
                    break;
                case 2:
                    Signals.Enter(Direction.Short, new EntryTerms { Strength = strength });
                    break;
                case 3:
                    Signals.Exit(strength);
                    break;
            }
        }

        private static uint Hash(long index, string symbol, uint variation)
        {
            uint hash = (uint)((index + 1) * 2_654_435_761) ^ (symbol[0] * 40_503u) ^ (variation * 2_246_822_507);
            hash ^= hash >> 15;
            return (hash * 2_246_822_519) >> 7;
        }
    }
}
