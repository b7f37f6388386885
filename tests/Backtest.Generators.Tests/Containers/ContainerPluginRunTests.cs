using Backtest.Abstractions.Runtime;
using Backtest.Tests.Desk;

namespace Backtest.Tests;

/// <summary>Runs the generated node of a container plugin.</summary>
public sealed class ContainerPluginRunTests
{
    private readonly BarSeries _bars = TestBars.Closes(10, 11, 12);
    private readonly SignalRecorder _signals = new();
    private readonly PositionCell _position = new();

    [Fact]
    public void Members_decide_first_and_what_they_signal_is_heard_before_the_container_decides()
    {
        ContainerNode node = Make();
        DeskFactory.Log.Clear();
        node.OnTurn(1);

        Assert.Equal(["members see 11", "signal of 1", "decides at 11"], DeskFactory.Log);
        RecordedSignal signal = Assert.Single(_signals.Signals);
        Assert.Equal((1, SignalAction.Enter, 0.5), (signal.Row, signal.Action, signal.Strength));
    }

    [Fact]
    public void Handlers_read_the_position_as_it_is_at_the_bar()
    {
        ContainerNode node = Make();
        node.OnTurn(0);
        _position.Position = new Position { Quantity = 5 };
        node.OnTurn(1);
        node.OnTurn(2);

        Assert.Equal([SignalAction.Exit, SignalAction.Exit], _signals.Signals.Select(signal => signal.Action));
    }

    [Fact]
    public void Container_is_made_for_an_instrument_and_its_members() =>
        Assert.Equal("made for X of one, two", Log(() => Make())[0]);

    [Theory]
    [InlineData("{}", "1,2")]
    [InlineData("""{"has_spare": true}""", "1,2,3")]
    public void Each_component_that_has_a_start_is_started(string parameters, string scribes)
    {
        ContainerNode node = Make(parameters);
        DeskFactory.Log.Clear();
        node.OnStart(new StartContext(_bars.Instrument, new SilentLog(), 7, 252, TestContext.Current.CancellationToken));

        Assert.Equal(scribes.Split(',').Select(number => $"scribe {number} starts with seed 7"), DeskFactory.Log);
    }

    [Fact]
    public void What_the_host_brings_reaches_all_who_handle_it()
    {
        ContainerNode node = Make();
        DeskFactory.Log.Clear();
        node.OnRegime(new RegimeEvent(default, null, "bull", "bear", 1));
        node.OnFill(default(FillEvent) with { Id = 3 });
        node.OnReject(new OrderRejectedEvent(4, default, _bars.Instrument, 0, "why"));
        node.OnCancel(default(OrderCanceledEvent) with { OrderId = 5 });

        Assert.Equal(
            [
                "members hear of bull", "members hear of fill 3", "scribe 1 hears of fill 3", "scribe 2 hears of fill 3",
                "members hear of reject 4", "members hear of cancel 5",
            ],
            DeskFactory.Log);
    }

    [Fact]
    public void Parameters_that_are_wrong_are_told_with_their_place() => Assert.Contains(
        "found 2", Assert.Single(Written.Errors(new DeskPluginFactory(), """{"strength": 2}""")).Message, StringComparison.Ordinal);

    [Fact]
    public void Descriptor_tells_the_flow_inside()
    {
        PluginDescriptor descriptor = new DeskPluginFactory().Descriptor;
        Assert.Equal((PluginKind.Container, "desk", typeof(DeskFactory), false),
            (descriptor.Kind, descriptor.Id, descriptor.Type, descriptor.IsPure));
        Assert.Same(DeskFactory.Flow, descriptor.Flow);
        Assert.Equal(
            [
                new FlowEdge("Desk", "BarEvent", "Members", "OnBar"),
                new FlowEdge("Members", "SignalEvent", "Clerk", "OnSignal"),
                new FlowEdge("Desk", "BarEvent", "Clerk", "OnBar"),
                new FlowEdge("Clerk", "SignalEvent", "Desk", "ISignals"),
            ],
            descriptor.Flow!.Edges.Take(4));
        Assert.Equal(
            ["OnBar", "OnRegime", "OnFill", "OnReject", "OnCancel"], descriptor.Handlers.Select(handler => handler.Handler));
    }

    private static List<string> Log(Action act)
    {
        act();
        return DeskFactory.Log;
    }

    private ContainerNode Make(string parameters = """{"strength": 0.5}""") => new DeskPluginFactory().Create(
        Written.Parse(parameters), new BindingContext(),
        new ContainerConnections(
            new StrategyConnections(_bars, new IndicatorTable(_bars), _signals, _position),
            new ContainerParts(new ScriptedMembers(signalsAt: 11, DeskFactory.Log), _bars.Instrument), []));
}
