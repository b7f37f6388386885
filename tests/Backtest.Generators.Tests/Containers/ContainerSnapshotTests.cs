using System.Runtime.CompilerServices;

namespace Backtest.Tests;

public sealed class ContainerSnapshotTests
{
    [Fact]
    public void Container() => Verify(ContainerSources.Run());

    [Fact]
    public void Container_that_emits_to_the_outside() => Verify(GeneratorRun.On("""
        namespace House;

        [Event(Stage.Bar)] public sealed class Chunk;

        [Emitter(typeof(RegimeEvent))] public interface IRegimeEvents { void Emit(in RegimeEvent regime); }

        public abstract class Listener { public void OnBars(Chunk chunk, IRegimeEvents regimes) { } }

        public sealed class Classifier : Listener;

        public sealed class View : IRegimeEvents
        {
            [Role] public Classifier[] Classifiers { get; } = [];
            public void OnBars(Chunk chunk) { }
            public void Emit(in RegimeEvent regime) { }
        }

        [ContainerFactory(typeof(View))]
        internal static partial class ViewFactory
        {
            public static void Wire(View view) => WireEventFlows(view).OnBars(new Chunk());
        }
        """));

    [Fact]
    public void Container_whose_children_run_at_once() => Verify(GeneratorRun.On("""
        namespace House;

        [Event(Stage.Bar)] public sealed class Chunk;

        [Event(Stage.Indicator)] public readonly record struct Ready(Chunk Chunk);

        [Emitter(typeof(Ready))] public interface IReadyEvents { void Emit(in Ready ready); }

        public sealed class Hub { public void OnBars(Chunk chunk, IReadyEvents ready) { } }

        public sealed class Branch { [Reads<Hub>] public void OnReady(in Ready ready) { } }

        public sealed class Twig { public void OnReady(Ready ready) { } }

        public sealed class Total(Branch[] branches)
        {
            [Reads<Branch>(ReadTime.Settled)] public void OnBars(Chunk chunk) => _ = branches;
        }

        public sealed class Tree
        {
            [Role] public Total Total { get; } = new([]);
            [Role(IsConcurrent = true)] public Branch[] Branches { get; } = [];
            [Role(IsConcurrent = true)] public Twig[] Twigs { get; } = [];
            [Role] public Hub Hub { get; } = new();
        }

        [ContainerFactory(typeof(Tree))]
        internal static partial class TreeFactory
        {
            public static void Wire(Tree tree) => new Wiring(tree) { Threads = 2 }.OnChunk(new Chunk());
        }
        """));

    [Fact]
    public void Container_that_runs_on_after_a_fault() => Verify(ContainerSources.Run(text =>
        ContainerSources.Edit("public void OnBar(in Turn turn, IFillEvents", "[RunsAfterFault] public void OnBar(in Turn turn, IFillEvents")(
        ContainerSources.Edit("public void OnBar(in Turn turn) { }", "[RunsAfterFault] public void OnBar(in Turn turn) { }")(text))));

    [Fact]
    public void Factory_with_errors_keeps_its_members()
    {
        GeneratorRun run = ContainerSources.Run(
            ContainerSources.Edit("public void OnVeto(in SignalVetoedEvent veto) { }", ""));
        Assert.Equal(["BT0001"], run.Reports.Select(found => found.Id));
        Assert.Empty(run.CompilerComplaints);
        Snapshot.Verify(run.Text);
    }

    private static void Verify(GeneratorRun run, [CallerMemberName] string method = "")
    {
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerComplaints);
        Snapshot.Verify(run.Text, method: method);
    }
}
