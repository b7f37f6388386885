namespace Backtest.Reporting;

/// <summary>A section of a report: what it has to say about a run.</summary>
internal interface IPanel
{
    /// <summary>The section, or null if there is nothing to say.</summary>
    ReportSection? Build(ReportContext context);
}
