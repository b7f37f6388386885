namespace Backtest.Tests;

/// <summary>Each container plugin diagnostic is reported where it applies, and nothing is reported for correct code.</summary>
public sealed class ContainerPluginDiagnosticsTests
{
    private const string Fill = "public void OnFill(in FillEvent fill) { }";
    private const string OnBar = "public void OnBar(BarEvent bar, in Position position, ISignals signals) { }";
    private const string Create = "public Net Create(ContainerParts parts) => new() { Members = parts.Members };";

    private const string Pulses =
        "[Event(Stage.Indicator)] public readonly record struct Pulse; [Emitter(typeof(Pulse))] public interface IPulses { void Emit(Pulse pulse); }";

    [Fact]
    public void Container_that_is_right_is_told_nothing()
    {
        GeneratorRun run = ContainerPluginSources.Run();
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerComplaints);
    }

    [Fact]
    public void Two_factories_may_make_one_container()
    {
        GeneratorRun run = ContainerPluginSources.Run().Plus($$"""
            namespace Sample;

            [Container("loose-net", Description = "Nets, too.")]
            [ContainerFactory(typeof(Net))]
            public sealed partial class LooseNet
            {
                {{Create}}
            }
            """);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerComplaints);
    }

    [Theory]
    [InlineData("public void OnBar(BarEvent bar, ISignals signals, Position position) { }")]
    [InlineData("public void OnBar(in BarEvent bar, ISignals signals) { }")]
    [InlineData("public void OnBar(BarEvent bar) { }")]
    public void Handler_may_be_written_so(string handler)
    {
        GeneratorRun run = ContainerPluginSources.Run(ContainerSources.Edit(OnBar, handler));
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerComplaints);
    }

    [Theory]
    [InlineData("OnFill(in FillEvent fill)")]
    [InlineData("OnReject(in OrderRejectedEvent reject)")]
    [InlineData("OnCancel(OrderCanceledEvent cancel)")]
    [InlineData("OnRegime(in RegimeEvent regime)")]
    public void What_the_host_brings_needs_no_source(string handler)
    {
        GeneratorRun run = ContainerPluginSources.Run(ContainerSources.Edit(Fill, $"public void {handler} {{ }}"));
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerComplaints);
    }

    [Fact]
    public void BT0001_Nothing_hears_what_the_members_signal() => AssertOnly(
        "BT0001", "NetFactory", "'MemberStrategies.OnBar' emits SignalEvent but nothing in 'Net' handles it",
        ContainerPluginSources.Run(ContainerSources.Edit("public void OnSignal(in SignalEvent signal) { }", "")));

    [Fact]
    public void BT0002_What_leaves_the_container_feeds_nobody_in_it()
    {
        GeneratorRun run = ContainerPluginSources.Run(ContainerSources.Edit(Fill, "public void OnOrder(in OrderEvent order) { }"));
        AssertOnly("BT0002", "OnOrder",
            "let a role emit OrderEvent; only BarEvent, RegimeEvent, FillEvent, OrderRejectedEvent, OrderCanceledEvent come from outside", run);
    }

    [Fact]
    public void BT0003_Fills_lead_to_no_signals() => AssertOnly(
        "BT0003", "signals", "'Brake.OnFill' handles FillEvent (stage 5) but takes ISignals, which emits SignalEvent (stage 3)",
        ContainerPluginSources.Run(ContainerSources.Edit(Fill, "public void OnFill(in FillEvent fill, ISignals signals) { }")));

    [Fact]
    public void BT0004_Roles_wait_for_each_other() => AssertOnly(
        "BT0004", "NetFactory", "'Net' has a cycle",
        ContainerPluginSources.Run(
            text => ContainerSources.Edit(Fill, "public void OnBar(BarEvent bar, IPulses pulses) { } public void OnEcho(Echo echo) { }")(
                ContainerSources.Edit(OnBar, "public void OnBar(BarEvent bar, ISignals signals, IEchoes echoes) { } public void OnPulse(Pulse pulse) { }")(text))
            + Pulses
            + "[Event(Stage.Regime)] public readonly record struct Echo; [Emitter(typeof(Echo))] public interface IEchoes { void Emit(Echo echo); }"));

    [Theory]
    [InlineData("public void OnBar(BarEvent bar, int x) { }", "OnBar", "'Int32 x' is not an emitter; take the event first, and after it only the position")]
    [InlineData("public void OnBar(BarEvent bar, IRegimes regimes) { }", "OnBar", "only the classifier can name regimes")]
    [InlineData("public void OnBar(BarEvent bar, ref Position position) { }", "OnBar", "'Position position' is not an emitter")]
    public void BT0005_Handler_has_a_wrong_signature(string handler, string place, string message) => AssertOnly(
        "BT0005", place, message, ContainerPluginSources.Run(ContainerSources.Edit(OnBar, handler)));

    [Fact]
    public void BT0006_Factory_is_not_partial() => AssertOnly(
        "BT0006", "NetFactory", "'NetFactory' must be partial, so that its wiring and node can be generated",
        ContainerPluginSources.Run(container: ContainerSources.Edit("sealed partial class", "sealed class")));

    [Fact]
    public void BT0007_A_strategy_has_its_id() => AssertOnly(
        "BT0007", "NetFactory", "'Other' and 'NetFactory' both have the id 'net'",
        ContainerPluginSources.Run(text => text + "[Strategy(\"net\")] public sealed partial class Other { public void OnBar(BarEvent bar) { } }"));

    [Fact]
    public void BT0008_Default_is_outside_its_range() => AssertOnly(
        "BT0008", "Needed", "'Needed' is 0 by default, but its range is 1 to anything",
        ContainerPluginSources.Run(container: ContainerSources.Edit("= 1;", "= 0;")));

    [Fact]
    public void BT0009_Factory_reads_no_indicators() => Assert.Contains(
        ContainerPluginSources.Run(container: ContainerSources.Edit(
            "public void Validate", "[Indicator<SimpleMovingAverage>(20)] private partial double Line { get; } public void Validate")).Reports,
        found => found.Id == "BT0009" && found.Message.Contains("'Line' cannot read an indicator: a container cannot read indicators", StringComparison.Ordinal));

    [Fact]
    public void BT0012_Container_places_no_orders() => AssertOnly(
        "BT0012", "orders", "'Votes' emits OrderEvent but may only emit up to SignalEvent",
        ContainerPluginSources.Run(ContainerSources.Edit(OnBar, "public void OnBar(BarEvent bar, IOrders orders) { }")));

    [Theory]
    [InlineData("[Container(\"net\"", "[Container(\"Net\"", "its id 'Net' is not kebab-case")]
    [InlineData("class NetFactory\n{", "class NetFactory\n{ private NetFactory(int x) { }", "it has no public parameterless constructor")]
    [InlineData("class NetFactory", "class NetFactory<T>", "it is nested, generic or local to its file")]
    public void BT0013_Class_cannot_be_a_plugin(string from, string to, string message) => AssertOnly(
        "BT0013", "NetFactory", message, ContainerPluginSources.Run(container: ContainerSources.Edit(from, to)));

    [Fact]
    public void BT0014_Role_handles_nothing() => AssertOnly(
        "BT0014", "Brake", "Brake has no handler", ContainerPluginSources.Run(ContainerSources.Edit(Fill, "")));

    [Fact]
    public void BT0015_Plugin_says_no_container() => AssertOnly(
        "BT0015", "NetFactory", "'NetFactory' is a container plugin but does not name its container; add '[ContainerFactory(",
        ContainerPluginSources.Run(container: ContainerSources.Edit("[ContainerFactory(typeof(Net))]", "")));

    [Fact]
    public void BT0015_Host_containers_are_no_plugins() =>
        Assert.Empty(ContainerSources.Run().Diagnostics);

    [Theory]
    [InlineData("", "NetFactory", "it has no 'Create'; write 'public Net Create(ContainerParts parts)'")]
    [InlineData("public Net Create() => null!;", "Create", "its 'Create' must be an instance method that takes only ContainerParts and returns Net")]
    [InlineData("public Votes Create(ContainerParts parts) => new();", "Create", "returns Net")]
    [InlineData("public static Net Create(ContainerParts parts) => null!;", "Create", "must be an instance method")]
    public void BT0016_Factory_cannot_make_its_container(string create, string place, string message) => AssertOnly(
        "BT0016", place, message, ContainerPluginSources.Run(container: ContainerSources.Edit(Create, create)));

    [Theory]
    [InlineData("private Net Create(ContainerParts parts) => null!;")]
    [InlineData("public Net Create(in ContainerParts parts) => null!; public Net Create() => null!;")]
    public void Create_may_be_written_so(string create)
    {
        GeneratorRun run = ContainerPluginSources.Run(container: ContainerSources.Edit(Create, create));
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerComplaints);
    }

    [Fact]
    public void BT0017_Strategies_are_left_out() => AssertOnly(
        "BT0017", "Net", "'Net' has no role for the strategies of the run file; add '[Role] public MemberStrategies Members { get; }'",
        ContainerPluginSources.Run(
            ContainerSources.Edit("public void OnSignal(in SignalEvent signal) { }", ""),
            ContainerSources.Edit("[Role] public required", "public required")));

    [Fact]
    public void BT0017_Strategies_are_called_twice() => AssertOnly(
        "BT0017", "Others", "'Net' has more than one role for the strategies of the run file; keep one of them",
        ContainerPluginSources.Run(container: ContainerSources.Edit(
            "[Role] public required", "[Role] public MemberStrategies Others => Members; [Role] public required")));

    [Fact]
    public void BT0018_Container_itself_hears_nothing() => AssertOnly(
        "BT0018", "OnFill", "'Net.OnFill' would never be called: the host passes events only to the roles of a container",
        ContainerPluginSources.Run(container: ContainerSources.Edit("class Net\n{", $"class Net\n{{ {Fill}")));

    [Fact]
    public void BT0018_Factory_hears_nothing() => AssertOnly(
        "BT0018", "OnBar", "'NetFactory.OnBar' would never be called",
        ContainerPluginSources.Run(container: ContainerSources.Edit("class NetFactory\n{", "class NetFactory\n{ public void OnBar(BarEvent bar) { }")));

    [Fact]
    public void BT0018_Other_methods_of_the_container_are_left_alone() => Assert.Empty(ContainerPluginSources.Run(
        container: ContainerSources.Edit("class Net\n{", "class Net\n{ public void OnlyOnce() { } public void Fill(in FillEvent fill) { }")).Diagnostics);

    [Fact]
    public void BT0019_Regimes_lead_to_no_signals() => AssertOnly(
        "BT0019", "signals", "'Brake.OnRegime' takes ISignals but receives RegimeEvent outside a bar",
        ContainerPluginSources.Run(ContainerSources.Edit(Fill, "public void OnRegime(in RegimeEvent regime, ISignals signals) { }")));

    [Fact]
    public void BT0019_An_event_of_its_own_on_a_bar_may_lead_to_signals() => Assert.Empty(ContainerPluginSources.Run(
        text => ContainerSources.Edit(Fill, "public void OnBar(BarEvent bar, IPulses pulses) { }")(
            ContainerSources.Edit(OnBar, $"{OnBar} public void OnPulse(Pulse pulse, ISignals signals) {{ }}")(text)) + Pulses).Diagnostics);

    private static void AssertOnly(string id, string place, string message, GeneratorRun run)
    {
        Found found = Assert.Single(run.Reports);
        Assert.Equal((id, place), (found.Id, found.Text));
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
    }
}
