namespace Backtest.Reporting;

/// <summary>A section of a report: what it has to say.</summary>
/// <typeparam name="TContext">What it is about: a run, a run that ends with signals, a search, a research workflow or an ablation.</typeparam>
internal interface IPanel<in TContext>
{
    /// <summary>The section, or null if there is nothing to say.</summary>
    ReportSection? Build(TContext context);
}
