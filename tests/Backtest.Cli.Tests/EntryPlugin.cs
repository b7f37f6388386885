namespace Backtest.Tests;

/// <summary>Builds a strategy that enters once, with hand-written wiring like that of the generator.</summary>
internal static class EntryPlugin
{
    /// <summary>The package's id.</summary>
    public const string Package = "Acme.Entry";

    /// <summary>A run file for it.</summary>
    public const string RunFile = """
        name: entry
        data: {source: synthetic, symbols: [AAA], bars: 50}
        portfolios:
          - name: main
            capital: 100000
            risk: {type: standard, parameters: {sizer: {type: fixed_quantity, value: 10}}}
            strategies: [{type: entry}]
        output: {directory: out, tables: csv}
        """;

    /// <summary>Builds it.</summary>
    /// <param name="place">The parent of the package's folder.</param>
    /// <param name="reason">The reason of its signal.</param>
    /// <param name="bar">The bar at which it enters, from 0.</param>
    /// <param name="start">Additional statements of its constructor.</param>
    /// <param name="validate">The statements that validate its parameters.</param>
    /// <returns>The package's folder.</returns>
    public static string Build(string place, string reason = "entry", int bar = 10, string start = "", string validate = "") =>
        new PluginBuilder(place).Package(Package, $$"""
            using Backtest;
            {{PluginBuilder.Listing("entry")}}

            public sealed class Factory : StrategyFactory
            {
                public override PluginDescriptor Descriptor => new()
                {
                    Kind = PluginKind.Strategy,
                    Id = "entry",
                    Type = typeof(Node),
                    Handlers = new[] { new HandlerDescription("OnBar", nameof(BarEvent)) },
                };

                public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors) { {{validate}} }

                public override StrategyNode Create(ParameterMap parameters, BindingContext context, StrategyConnections connections) =>
                    new Node(connections);
            }

            public sealed class Node : StrategyNode
            {
                public Node(StrategyConnections connections) : base(connections) { {{start}} }

                public override void OnTurn(int row)
                {
                    Signals.Row = row;
                    if (Bars.FirstIndex + row == {{bar}})
                        Signals.Enter(Direction.Long, new EntryTerms { Reason = "{{reason}}" });
                }
            }
            """);
}
