using System.Globalization;
using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Tests;

/// <summary>The samples' plugins, and a strategy <c>thrower</c> that throws at the bar given by its parameter <c>at</c>.</summary>
internal sealed class Thrower(IPluginSource others) : IPluginSource
{
    private const string Id = "thrower";
    private static readonly Factory Strategy = new();

    public PluginFactory? Find(PluginKind kind, string type) =>
        kind == PluginKind.Strategy && type == Id ? Strategy : others.Find(kind, type);

    public IReadOnlyList<string> Ids(PluginKind kind) => kind == PluginKind.Strategy ? [.. others.Ids(kind), Id] : others.Ids(kind);

    private sealed class Factory : StrategyFactory
    {
        public override PluginDescriptor Descriptor { get; } = new()
        {
            Kind = PluginKind.Strategy,
            Id = Id,
            Type = typeof(Node),
            Handlers = [new HandlerDescription("OnBar", nameof(BarEvent))],
        };

        public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
        {
        }

        public override StrategyNode Create(ParameterMap parameters, BindingContext context, StrategyConnections connections) =>
            new Node(connections, int.Parse(((ParameterScalar)parameters["at"]!).Text, CultureInfo.InvariantCulture));
    }

    private sealed class Node(StrategyConnections connections, int at) : StrategyNode(connections)
    {
        public override void OnTurn(int row)
        {
            if (Bars.FirstIndex + row == at)
                throw new InvalidOperationException("thrown on purpose");
        }
    }
}
