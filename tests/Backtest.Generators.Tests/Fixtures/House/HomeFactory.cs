namespace Backtest.Tests.House;

/// <summary>A factory whose wiring is generated.</summary>
[ContainerFactory(typeof(Home))]
internal static partial class HomeFactory
{
    public static Wiring Wire(Home home) => WireEventFlows(home);
}
