using Microsoft.CodeAnalysis;

namespace Backtest.Tests;

/// <summary>A node that wraps another forwards every member it does not override, whatever the kind.</summary>
public sealed class ObserverTests
{
    private const string Attribute = """
        namespace Backtest.Testing
        {
            internal sealed class ObserverAttribute(string inner) : Attribute { public string Inner => inner; public string Meter { get; init; } = ""; }
            internal sealed class Meter { public void Enter() { } public void Leave() { } }
        }
        """;

    private const string Observer = """
        using Backtest.Testing;
        using Backtest.Tests.PriceAlarms;

        namespace Sample;

        [Observer(nameof(_inner), Meter = nameof(Meter))]
        internal sealed partial class Watched : PriceAlarmNode
        {
            private readonly PriceAlarmNode _inner;

            public Watched(PriceAlarmConnections connections, Meter? observer, Func<PriceAlarmConnections, PriceAlarmNode> create)
                : base(connections) => (_inner, Meter) = (create(connections), observer);

            private Meter? Meter { get; }

            public override void OnTurn(int row) => _inner.OnTurn(row);
        }
        """;

    [Fact]
    public void Members_it_does_not_override_are_passed_on()
    {
        GeneratorRun run = Run();
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerComplaints);
        Snapshot.Verify(run.Text);
    }

    [Fact]
    public void A_handler_the_contract_gains_is_passed_on_without_an_edit()
    {
        GeneratorRun run = Run(source => source.Replace(
            "/// <summary>Is told of a fill.</summary>", "public virtual void OnRegime(in RegimeEvent regime) { } /// <summary>Is told.</summary>",
            StringComparison.Ordinal));
        Assert.Empty(run.CompilerComplaints);
        Assert.Contains("_inner.OnRegime(in regime);", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_elsewhere_writes_nothing_again() => Assert.All(
        Run().Plus("internal sealed class Unrelated { }").Reasons["SourceOutput"],
        reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));

    private static GeneratorRun Run(Func<string, string>? edit = null) =>
        GeneratorRun.On([.. PriceAlarmSources.Kind(edit), Attribute, Observer]);
}
