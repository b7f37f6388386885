using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The input of panels for any run.</summary>
internal interface IRunContext
{
    /// <summary>The run.</summary>
    StoredRun Run { get; }
}
