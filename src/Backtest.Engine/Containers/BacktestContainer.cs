namespace Backtest.Engine;

/// <summary>One run: everything in it is its own, and nothing outside it changes.</summary>
public sealed class BacktestContainer : Container
{
    private readonly IBarSource _source;
    private readonly IReadOnlyList<DataFile> _universeFiles;
    private BacktestContainerFactory.Wiring? _wiring;

    internal BacktestContainer(BacktestParts parts)
        : base("")
    {
        _source = parts.Source;
        _universeFiles = parts.UniverseFiles;
        Config = parts.Config;
        Currency = parts.Currency;
        Years = parts.Years;
        Streamer = parts.Streamer;
        Hub = parts.Hub;
        Classifiers = parts.Classifiers;
        Portfolios = parts.Portfolios;
        Engine = parts.Engine;
        AllPortfolios = [.. parts.Classifiers.SelectMany(classifier => classifier.Portfolios), .. parts.Portfolios];
        Total = new TotalEquity(AllPortfolios);
    }

    /// <summary>The run as configured.</summary>
    public WorkflowConfig Config { get; }

    /// <summary>The currency of all its money.</summary>
    public string Currency { get; }

    /// <summary>Where the bars come from.</summary>
    public DataStreamer Streamer { get; }

    /// <summary>The indicators, computed once and shared.</summary>
    [Role]
    public IndicatorHub Hub { get; }

    /// <summary>The sum over all portfolios.</summary>
    [Role]
    public TotalEquity Total { get; }

    /// <summary>Executes all orders.</summary>
    public BacktestEngine Engine { get; }

    /// <summary>The market views, in declaration order. They share nothing that changes during a chunk, with each other or with portfolios.</summary>
    [Role(IsConcurrent = true)]
    public IReadOnlyList<ClassifierContainer> Classifiers { get; }

    /// <summary>The portfolios without a classifier, in declaration order; they share nothing that changes during a chunk.</summary>
    [Role(IsConcurrent = true)]
    public IReadOnlyList<RiskPortfolioContainer> Portfolios { get; }

    /// <summary>All portfolios in declaration order, those under classifiers first.</summary>
    public IReadOnlyList<RiskPortfolioContainer> AllPortfolios { get; }

    /// <summary>How many days and bars a year has.</summary>
    internal TradingYears Years { get; }

    /// <summary>The files behind the bars, then those behind universes.</summary>
    internal IReadOnlyList<DataFile> Files => _universeFiles.Count == 0 ? _source.Files : [.. _source.Files, .. _universeFiles];

    /// <summary>Takes the bars of a chunk.</summary>
    public void OnBars(BarChunk chunk) => _wiring!.OnBars(chunk);

    internal void Wire(BacktestContainerFactory.Wiring wiring) => _wiring = wiring;

    /// <summary>Lets the containers under the run take a chunk at once, on so many threads; no result depends on it.</summary>
    internal void UseThreads(int threads) => _wiring!.Threads = threads;

    /// <summary>Has every portfolio take each turn by itself.</summary>
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
        Streamer.Dispose();
        _source.Dispose();
    }
}
