namespace Backtest.Tests;

/// <summary>A small container plugin that tests modify.</summary>
internal static class ContainerPluginSources
{
    public const string Components = """
        namespace Sample;

        public sealed class Votes
        {
            public void OnStart(in StartContext context) { }
            public void OnSignal(in SignalEvent signal) { }
            public void OnBar(BarEvent bar, in Position position, ISignals signals) { }
        }

        public sealed class Brake
        {
            public void OnFill(in FillEvent fill) { }
        }
        """;

    public const string Container = """
        namespace Sample;

        public sealed class Net
        {
            [Role] public Votes Votes { get; } = new();
            [Role] public required MemberStrategies Members { get; init; }
            [Role] public Brake? Brake { get; init; }
        }

        [Container("net", Description = "Nets.")]
        [ContainerFactory(typeof(Net))]
        public sealed partial class NetFactory
        {
            [Parameter(Min = 1)] public int Needed { get; init; } = 1;
            public void Validate(IParameterErrors errors) { }
            public Net Create(ContainerParts parts) => new() { Members = parts.Members };
        }
        """;

    public static GeneratorRun Run(Func<string, string>? components = null, Func<string, string>? container = null) =>
        GeneratorRun.On((components ?? (text => text))(Components), (container ?? (text => text))(Container));
}
