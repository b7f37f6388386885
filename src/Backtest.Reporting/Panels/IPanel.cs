namespace Backtest.Reporting;

/// <summary>Builds a section of a report.</summary>
/// <typeparam name="TContext">The input: a run, a run that ends with signals, a search, a research workflow or an ablation.</typeparam>
internal interface IPanel<in TContext>
{
    /// <summary>Builds the section, or returns null if there is nothing to show.</summary>
    ReportSection? Build(TContext context);
}
