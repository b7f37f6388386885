using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>A strategy that reports the value it reads of an indicator at each bar.</summary>
internal sealed class ReadingStrategy(IndicatorSpec spec, Action<DateTime, double> tell) : StrategyFactory
{
    public override PluginDescriptor Descriptor { get; } = new()
    {
        Kind = PluginKind.Strategy,
        Id = "reading",
        Type = typeof(ReadingStrategy),
        Handlers = [new("OnBar", "BarEvent", "SignalEvent")],
    };

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
    {
    }

    public override StrategyNode Create(ParameterMap parameters, BindingContext context, StrategyConnections connections) =>
        new Node(spec, tell, connections);

    private sealed class Node : StrategyNode
    {
        private readonly IndicatorReader<double> _reader;
        private readonly Action<DateTime, double> _tell;

        public Node(IndicatorSpec spec, Action<DateTime, double> tell, StrategyConnections connections)
            : base(connections)
        {
            _reader = Request<double>(spec);
            _tell = tell;
        }

        public override void OnTurn(int row)
        {
            if (IsReady || BecomesReady(row))
                _tell(new BarEvent(Bars, row).End, _reader[row]);
        }
    }
}
