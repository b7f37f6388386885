namespace Backtest.Engine;

/// <summary>One run over the bars of a pass, which other runs may share: it owns everything in it and changes nothing outside it.</summary>
public sealed class BacktestContainer : Container
{
    private readonly IBarSource _source;
    private readonly UniverseCatalog _universes;
    private BacktestContainerFactory.Wiring? _wiring;

    internal BacktestContainer(BacktestParts parts)
        : base("")
    {
        _source = parts.Pass.Source;
        _universes = parts.Universes;
        Config = parts.Config;
        Currency = parts.Currency;
        Years = parts.Pass.Years;
        Instruments = parts.Pass.Instruments;
        Bars = parts.Bars;
        Indicators = parts.Indicators;
        Classifiers = parts.Classifiers;
        Portfolios = parts.Portfolios;
        Engine = parts.Engine;
        Actions = [.. parts.Pass.Instruments.SelectMany(instrument => parts.Pass.Actions.Of(instrument.Index).ToArray())];
        AllPortfolios = [.. parts.Classifiers.SelectMany(classifier => classifier.Portfolios), .. parts.Portfolios];
        Total = new TotalEquity(AllPortfolios);
    }

    /// <summary>The run as configured.</summary>
    public WorkflowConfig Config { get; }

    /// <summary>The currency of all its money.</summary>
    public string Currency { get; }

    /// <summary>The indicators it requests from the hub of the pass.</summary>
    [Role]
    public IndicatorRequests Indicators { get; }

    /// <summary>The sum over all portfolios.</summary>
    [Role]
    public TotalEquity Total { get; }

    /// <summary>Executes all orders.</summary>
    public BacktestEngine Engine { get; }

    /// <summary>The market views, in declaration order. They share nothing that changes during a chunk with each other or with portfolios.</summary>
    [Role(IsConcurrent = true)]
    public IReadOnlyList<ClassifierContainer> Classifiers { get; }

    /// <summary>The portfolios without a classifier, in declaration order; they share nothing that changes during a chunk.</summary>
    [Role(IsConcurrent = true)]
    public IReadOnlyList<RiskPortfolioContainer> Portfolios { get; }

    /// <summary>All portfolios in declaration order, those under classifiers first.</summary>
    public IReadOnlyList<RiskPortfolioContainer> AllPortfolios { get; }

    /// <summary>The instruments, by index.</summary>
    internal IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>The bars it requests.</summary>
    internal RunSeries Bars { get; }

    /// <summary>Splits and dividends that prices are not adjusted for, grouped by instrument and ordered by day.</summary>
    internal IReadOnlyList<CorporateAction> Actions { get; }

    /// <summary>The number of days and bars per year.</summary>
    internal TradingYears Years { get; }

    /// <summary>The files of the bars, followed by those of universes.</summary>
    internal IReadOnlyList<DataFile> Files =>
        [.. _source.Files, .. (Engine.Finer?.Source.Files ?? []).ExceptBy(_source.Files.Select(file => file.Path), file => file.Path), .. _universes.Files];

    /// <summary>Warnings about the data.</summary>
    internal IReadOnlyList<DataWarning> DataWarnings => [.. _source.Warnings, .. (Engine.Finer?.Source.Warnings ?? []).Except(_source.Warnings)];

    /// <summary>Takes the bars of a chunk whose indicators are computed, and whose regimes are known.</summary>
    public void OnBars(BarChunk chunk) => _wiring!.OnBars(chunk);

    internal void Wire(BacktestContainerFactory.Wiring wiring) => _wiring = wiring;

    /// <summary>Lets the containers under the run take a chunk concurrently, on a number of threads; results do not depend on it.</summary>
    internal void UseThreads(int threads) => _wiring!.Threads = threads;

    /// <summary>Makes every portfolio take each turn individually.</summary>
    internal void TakeEveryTurn()
    {
        foreach (RiskPortfolioContainer portfolio in AllPortfolios)
            portfolio.TakeEveryTurn();
    }

    private protected override void OnStart(RunStart start)
    {
        foreach (ClassifierContainer classifier in Classifiers)
            classifier.Start(start);
        foreach (RiskPortfolioContainer portfolio in Portfolios)
            portfolio.Start(start);
    }

    private protected override void OnStop()
    {
        foreach (RiskPortfolioContainer portfolio in Portfolios.Reverse())
            portfolio.Stop();
        foreach (ClassifierContainer classifier in Classifiers.Reverse())
            classifier.Stop();
    }

    private protected override void Release()
    {
        foreach (RiskPortfolioContainer portfolio in Portfolios.Reverse())
            portfolio.Dispose();
        foreach (ClassifierContainer classifier in Classifiers.Reverse())
            classifier.Dispose();
    }
}
