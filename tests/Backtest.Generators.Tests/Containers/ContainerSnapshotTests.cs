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
