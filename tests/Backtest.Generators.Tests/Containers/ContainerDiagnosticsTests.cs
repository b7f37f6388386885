namespace Backtest.Tests;

/// <summary>Each container diagnostic is reported where it applies, and nothing is reported for correct code.</summary>
public sealed class ContainerDiagnosticsTests
{
    [Fact]
    public void Container_that_is_right_is_told_nothing() => Assert.Empty(ContainerSources.Run().Diagnostics);

    [Fact]
    public void BT0001_Event_has_no_handler() => AssertOnly(
        "BT0001", "orders", "'Risk.OnBar' emits SignalVetoedEvent but nothing in 'Home' handles it",
        ContainerSources.Run(ContainerSources.Edit("public void OnVeto(in SignalVetoedEvent veto) { }", "")));

    [Fact]
    public void BT0001_Container_that_takes_an_event_out_is_a_handler() => Assert.Empty(ContainerSources.Run(
        ContainerSources.Edit("public void OnSignal(in SignalEvent signal) { }", ""),
        ContainerSources.Edit("class Home\n{", "class Home : ISignalEvents\n{ public void Emit(in SignalEvent signal) { }")).Diagnostics);

    [Fact]
    public void BT0002_Handler_has_no_source() => AssertOnly(
        "BT0002", "OnRegime", "'Desk.OnRegime' handles RegimeEvent but nothing in 'Home' emits it",
        ContainerSources.Run(container: ContainerSources.Edit("public void OnRegimeChange(in RegimeEvent regime) { }", "")));

    [Fact]
    public void BT0002_Bars_come_from_outside() =>
        Assert.Contains("OnTurn(in Turn turn)", ContainerSources.Run().Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("[Delayed] public void OnFill(in FillEvent fill, ISignalEvents signals) { }",
        "FillEvent (stage 5) but takes ISignalEvents, which emits SignalEvent (stage 3)")]
    [InlineData("public void OnSignal(in SignalEvent signal, ISignalEvents signals) { }",
        "SignalEvent (stage 3) but takes ISignalEvents, which emits SignalEvent (stage 3)")]
    public void BT0003_Stage_runs_backwards(string handler, string message) => AssertOnly(
        "BT0003", "signals", message,
        ContainerSources.Run(ContainerSources.Edit("public void OnRegime(RegimeEvent regime) { }", handler)));

    [Fact]
    public void BT0004_Roles_wait_for_each_other()
    {
        GeneratorRun run = ContainerSources.Run(ContainerSources.Edit(
            "public void OnRegime(RegimeEvent regime) { }", "public void OnVeto(in SignalVetoedEvent veto) { }"));
        AssertOnly("BT0004", "HomeFactory", "'Home' has a cycle: Desks SignalEvent → Risk SignalVetoedEvent → Desks; mark", run);
    }

    [Fact]
    public void BT0004_Event_that_waits_makes_no_cycle() => Assert.Empty(ContainerSources.Run(ContainerSources.Edit(
        "public void OnRegime(RegimeEvent regime) { }", "[Delayed] public void OnVeto(in SignalVetoedEvent veto) { }")).Diagnostics);

    [Fact]
    public void BT0014_Event_from_inside_comes_as_long_as_its_source_runs() => AssertOnly(
        "BT0014", "OnOrder", "it receives an event from inside as long as the emitter runs; remove [RunsAfterFault]",
        ContainerSources.Run(ContainerSources.Edit("public void OnOrder(", "[RunsAfterFault] public void OnOrder(")));

    [Theory]
    [InlineData("Desks", "public IReadOnlyList<Desk>", "OnBar", "items of the concurrent role 'Desks' take an event from outside")]
    [InlineData("Journal", "public Journal?", "Journal", "a single component cannot be called concurrently with itself")]
    public void BT0014_Role_cannot_be_called_at_once(string role, string property, string place, string message)
    {
        GeneratorRun run = ContainerSources.Run(container: ContainerSources.Edit(
            $"[Role] {property} {role}", $"[Role(IsConcurrent = true)] {property} {role}"));
        Found found = run.Reports[0];
        Assert.Equal(("BT0014", place), (found.Id, found.Text));
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public int OnRegime(RegimeEvent regime) => 1;", "OnRegime", "a handler must be an instance method that returns nothing")]
    [InlineData("public void OnRegime(int x, RegimeEvent regime) { }", "OnRegime", "the event must be its first parameter")]
    [InlineData("public void OnRegime(ref RegimeEvent regime) { }", "OnRegime", "the event must be its first parameter")]
    [InlineData("public void OnRegime(RegimeEvent regime, string text) { }", "OnRegime", "'String text' is not an emitter")]
    [InlineData("public void OnRegime(RegimeEvent regime, in ISignalEvents signals) { }", "OnRegime",
        "'ISignalEvents signals' is not an emitter")]
    public void BT0005_Handler_has_a_wrong_signature(string handler, string place, string message) => AssertOnly(
        "BT0005", place, message, ContainerSources.Run(ContainerSources.Edit("public void OnRegime(RegimeEvent regime) { }", handler)));

    [Theory]
    [InlineData("public void OnlyOnce(RegimeEvent regime, int x) { }")]
    [InlineData("public void OnStarted(int x) { }")]
    [InlineData("private void OnRegime(RegimeEvent regime, int x) { }")]
    [InlineData("public void Send(in FillEvent fill, int x) { }")]
    public void Other_methods_are_left_alone(string method) => Assert.Empty(
        ContainerSources.Run(ContainerSources.Edit("public void OnRegime(RegimeEvent regime) { }", method)).Diagnostics);

    [Fact]
    public void BT0006_Factory_is_not_partial() => AssertOnly(
        "BT0006", "HomeFactory", "'HomeFactory' must be partial, so that the wiring can be generated",
        ContainerSources.Run(container: text => ContainerSources.Edit("sealed partial class", "sealed class")(text)));

    [Theory]
    [InlineData("[Role] public int Number { get; }", "Number", "'int' cannot be a role")]
    [InlineData("[Role] public string Text { get; } = \"\";", "Text", "String has no handler")]
    [InlineData("[Role] private Book Other { get; } = new();", "Other", "the factory cannot read it")]
    [InlineData("[Role] public Desk[]? Others { get; }", "Others", "cannot be a role")]
    public void BT0014_Role_cannot_be_wired(string role, string place, string message) => AssertOnly(
        "BT0014", place, message,
        ContainerSources.Run(container: ContainerSources.Edit("class Home\n{", $"class Home\n{{ {role}")));

    [Fact]
    public void BT0014_Event_from_outside_cannot_wait() => AssertOnly(
        "BT0014", "OnRegime", "an event from outside cannot wait for itself",
        ContainerSources.Run(ContainerSources.Edit("public void OnRegime(", "[Delayed] public void OnRegime(")));

    [Fact]
    public void BT0014_Handler_waits_for_a_turn_its_role_never_has() => AssertOnly(
        "BT0014", "OnVeto", "it waits for a turn that its role never has",
        ContainerSources.Run(ContainerSources.Edit("public void OnVeto(", "[Delayed] public void OnVeto(")));

    [Fact]
    public void BT0014_Container_has_no_roles() => AssertOnly(
        "BT0014", "Empty", "'Empty' cannot be wired: it has no roles",
        GeneratorRun.On("public sealed class Empty; [ContainerFactory(typeof(Empty))] public sealed partial class EmptyFactory;"));

    [Fact]
    public void BT0014_Emitter_has_a_method_of_another_shape() => AssertOnly(
        "BT0014", "Set", "'Set' does not take one of the events it emits",
        GeneratorRun.On(
            ContainerSources.Edit("void Emit(in FillEvent fill);", "void Emit(in FillEvent fill); void Set(int x);")(ContainerSources.Events),
            ContainerSources.Components,
            ContainerSources.Container));

    private static void AssertOnly(string id, string place, string message, GeneratorRun run)
    {
        Found found = Assert.Single(run.Reports);
        Assert.Equal((id, place), (found.Id, found.Text));
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
    }
}
