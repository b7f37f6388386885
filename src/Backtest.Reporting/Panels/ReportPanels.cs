namespace Backtest.Reporting;

/// <summary>The panels of reports, in the order they are shown. To add one, add its file and a line here for its place.</summary>
internal static class ReportPanels
{
    /// <summary>The panels of a run that trades.</summary>
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

    /// <summary>The panels of a run that ends with signals.</summary>
    public static IReadOnlyList<IPanel<SignalsContext>> OfSignals { get; } =
    [
        new SignalsVerdictPanel(),
        new ForwardReturnsPanel(),
        new SignalStatisticsPanel(),
        new SignalOverlapsPanel(),
        new SignalsPanel(),
        new RecordPanel(),
    ];

    /// <summary>The panels of a search.</summary>
    public static IReadOnlyList<IPanel<SearchContext>> OfSearch { get; } =
    [
        new SearchVerdictPanel(),
        new SignificancePanel(),
        new CrossValidationPanel(),
        new WalkForwardPanel(),
        new SurfacePanel(),
        new EffectsPanel(),
        new NeighborsPanel(),
        new FrontPanel(),
        new TrialsPanel(),
        new SearchRecordPanel(),
    ];

    /// <summary>The panels of a research workflow.</summary>
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

    /// <summary>The panels of an ablation.</summary>
    public static IReadOnlyList<IPanel<AblationContext>> OfAblation { get; } =
    [
        new AblationVerdictPanel(),
        new PartsPanel(),
    ];

    /// <summary>Builds the sections of all panels that have something to show.</summary>
    public static IReadOnlyList<ReportSection> Build<TContext>(IReadOnlyList<IPanel<TContext>> panels, TContext context) =>
        [.. panels.Select(panel => panel.Build(context)).OfType<ReportSection>()];
}
