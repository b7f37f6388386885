namespace Backtest.Engine;

/// <summary>One market view and the portfolios that use it.</summary>
public sealed class ClassifierContainer : Container
{
    private ClassifierContainerFactory.Wiring? _wiring;

    internal ClassifierContainer(SharedClassifier classifier, RiskPortfolioContainer[] portfolios)
        : base(classifier.Runner.Description.Name)
    {
        Classifier = classifier.Runner;
        Portfolios = portfolios;
        Recorder = classifier.Recorder;
    }

    /// <summary>The classifier, which other runs of the pass may also use.</summary>
    public ClassifierRunner Classifier { get; }

    /// <summary>The portfolios, in declaration order.</summary>
    [Role]
    public RiskPortfolioContainer[] Portfolios { get; }

    internal ClassifierRecorder Recorder { get; }

    /// <summary>Takes a chunk whose indicators are computed and whose regimes are known.</summary>
    public void OnIndicators(in IndicatorsReady indicators)
    {
        _wiring!.OnIndicators(indicators);
        if (IsRunning && Classifier.Fault is { } fault)
            Fail(Classifier.Description.Name, nameof(BarEvent), Classifier.FaultTime, fault);
    }

    internal void Wire(ClassifierContainerFactory.Wiring wiring) => _wiring = wiring;

    private protected override void OnStart(RunStart start)
    {
        if (Classifier.Fault is { } fault)
            Fail(Classifier.Description.Name, "start", 0, fault);
        foreach (RiskPortfolioContainer portfolio in Portfolios)
            portfolio.Start(start);
    }

    private protected override void OnStop()
    {
        foreach (RiskPortfolioContainer portfolio in Portfolios.Reverse())
            portfolio.Stop();
    }

    private protected override void Release()
    {
        foreach (RiskPortfolioContainer portfolio in Portfolios.Reverse())
            portfolio.Dispose();
    }
}
