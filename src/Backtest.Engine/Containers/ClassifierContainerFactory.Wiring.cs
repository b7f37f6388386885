using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

public sealed partial class ClassifierContainerFactory
{
    private static Wiring WireEventFlows(ClassifierContainer container) => new(container);

    internal static FlowDescription Flow { get; } = new("ClassifierContainer");

    internal sealed class Wiring(ClassifierContainer container)
    {
        public void OnBars(BarChunk chunk)
        {
            container.Classifier.OnBars(chunk);
            foreach (RiskPortfolioContainer portfolio in container.Portfolios)
                portfolio.OnBars(chunk);
        }
    }
}
