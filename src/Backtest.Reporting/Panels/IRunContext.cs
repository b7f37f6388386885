using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>What panels of any run are built of.</summary>
internal interface IRunContext
{
    /// <summary>The run.</summary>
    StoredRun Run { get; }
}
