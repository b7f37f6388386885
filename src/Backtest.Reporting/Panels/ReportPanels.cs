namespace Backtest.Reporting;

/// <summary>The panels of reports, in the order they are shown. One more is a file, and a line here for its place.</summary>
internal static class ReportPanels
{
    /// <summary>Those of a run that trades.</summary>
    public static IReadOnlyList<IPanel<RunContext>> OfRun { get; } =
    [
        new VerdictPanel(),
        new EquityPanel(),
        new CalendarPanel(),
        new TradesPanel(),
        new CandlesPanel(),
        new ReturnsPanel(),
        new MonteCarloPanel(),
        new CostsPanel(),
        new AttributionPanel(),
        new RecordPanel(),
    ];

    /// <summary>Those of a run that ends with signals.</summary>
    public static IReadOnlyList<IPanel<SignalsContext>> OfSignals { get; } =
    [
        new SignalsVerdictPanel(),
        new ForwardReturnsPanel(),
        new SignalStatisticsPanel(),
        new SignalOverlapsPanel(),
        new SignalsPanel(),
        new RecordPanel(),
    ];

    /// <summary>Those of a search.</summary>
    public static IReadOnlyList<IPanel<SearchContext>> OfSearch { get; } =
    [
        new SearchVerdictPanel(),
        new SignificancePanel(),
        new CrossValidationPanel(),
        new WalkForwardPanel(),
        new SurfacePanel(),
        new EffectsPanel(),
        new NeighboursPanel(),
        new FrontPanel(),
        new TrialsPanel(),
        new SearchRecordPanel(),
    ];

    /// <summary>Those of a research workflow.</summary>
    public static IReadOnlyList<IPanel<ResearchContext>> OfResearch { get; } =
    [
        new ResearchVerdictPanel(),
        new HoldoutPanel(),
        new StepsPanel(),
        new StatesPanel(),
        new RegimesPanel(),
        new WeightsPanel(),
        new ResearchRecordPanel(),
    ];

    /// <summary>Those of an ablation.</summary>
    public static IReadOnlyList<IPanel<AblationContext>> OfAblation { get; } =
    [
        new AblationVerdictPanel(),
        new PartsPanel(),
    ];

    /// <summary>The sections of those that have something to say.</summary>
    public static IReadOnlyList<ReportSection> Build<TContext>(IReadOnlyList<IPanel<TContext>> panels, TContext context) =>
        [.. panels.Select(panel => panel.Build(context)).OfType<ReportSection>()];
}
