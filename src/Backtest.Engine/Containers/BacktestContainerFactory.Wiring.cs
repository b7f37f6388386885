using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

public sealed partial class BacktestContainerFactory
{
    private static Wiring WireEventFlows(BacktestContainer container) => new(container);

    internal static FlowDescription Flow { get; } = new("BacktestContainer");

    internal sealed class Wiring(BacktestContainer container)
    {
        public void OnBars(BarChunk chunk)
        {
            container.Hub.OnBars(chunk);
            container.Branches.OnBars(chunk);
            container.Total.OnBars(chunk);
        }
    }
}
