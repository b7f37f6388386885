namespace Backtest.Reporting;

/// <summary>The panels of a report. One more is a file, and a line here for its place.</summary>
internal static class ReportPanels
{
    /// <summary>All of them, in the order they are shown.</summary>
    public static IReadOnlyList<IPanel> All { get; } =
    [
        new VerdictPanel(),
        new EquityPanel(),
        new CalendarPanel(),
        new TradesPanel(),
        new CandlesPanel(),
        new ReturnsPanel(),
        new CostsPanel(),
        new AttributionPanel(),
        new RecordPanel(),
    ];
}
