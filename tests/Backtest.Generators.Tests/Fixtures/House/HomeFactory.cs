namespace Backtest.Tests.House;

/// <summary>Its wiring is generated.</summary>
[ContainerFactory(typeof(Home))]
internal static partial class HomeFactory
{
    public static Wiring Wire(Home home) => WireEventFlows(home);
}
