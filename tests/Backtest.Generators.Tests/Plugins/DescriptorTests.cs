using System.Reflection;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

public sealed class DescriptorTests
{
    [Theory]
    [InlineData(typeof(LagFactory), true)]
    [InlineData(typeof(HolderFactory), false)]
    [InlineData(typeof(EagerFactory), false)]
    [InlineData(typeof(AccountantFactory), false)]
    public void Strategy_is_pure_when_it_never_learns_what_the_engine_did(Type factory, bool isPure) =>
        Assert.Equal(isPure, ((PluginFactory)Activator.CreateInstance(factory)!).Descriptor.IsPure);

    [Theory]
    [InlineData(typeof(LagFactory), false)]
    [InlineData(typeof(AccountantFactory), true)]
    public void Trades_are_kept_for_a_plugin_that_reads_them(Type factory, bool readsTrades) =>
        Assert.Equal(readsTrades, ((PluginFactory)Activator.CreateInstance(factory)!).Descriptor.ReadsTrades);

    [Theory]
    [InlineData(typeof(LagFactory), 0)]
    [InlineData(typeof(AccountantFactory), 14)]
    public void Ranges_are_of_as_many_bars_as_the_plugin_says(Type factory, int bars) =>
        Assert.Equal(bars, ((PluginFactory)Activator.CreateInstance(factory)!).Descriptor.RangePeriod);

    [Fact]
    public void Handlers_are_described_in_the_order_of_their_stages_with_what_they_emit()
    {
        PluginDescriptor descriptor = new EagerFactory().Descriptor;
        Assert.Equal(
            ["OnBar BarEvent → SignalEvent", "OnRegime RegimeEvent → ", "OnFill FillEvent → ", "OnReject OrderRejectedEvent → ",
                "OnCancel OrderCanceledEvent → "],
            descriptor.Handlers.Select(handler => $"{handler.Handler} {handler.Event} → {string.Join(", ", handler.Emits)}"));
        Assert.Equal((PluginKind.Strategy, "eager", typeof(Eager)), (descriptor.Kind, descriptor.Id, descriptor.Type));
    }

    [Fact]
    public void Assembly_lists_its_plugins()
    {
        PluginAttribute everything = Assert.Single(
            typeof(Everything).Assembly.GetCustomAttributes<PluginAttribute>(), plugin => plugin.Id == "everything");
        Assert.Equal(
            (PluginKind.RiskManager, typeof(EverythingFactory), Abi.Major, Abi.Minor, "Holds one of each."),
            (everything.Kind, everything.Factory, everything.AbiMajor, everything.AbiMinor, everything.Description));
    }

    [Fact]
    public void Indicator_by_type_is_the_computation_the_library_names()
    {
        BarSeries bars = TestBars.Closes(1);
        var requests = new RequestLog(bars);
        _ = new TwinsFactory().Create(
            ParameterMap.Empty, new BindingContext(),
            new StrategyConnections(bars, requests, new SignalRecorder(), new PositionCell()));
        Assert.Equal(
            [Indicators.Sma(20).Key, Indicators.Bollinger(20, 2).Key, Indicators.Atr(7).Key, Indicators.Sma(9).From(BarField.Volume).Key],
            requests.Keys);
    }
}
