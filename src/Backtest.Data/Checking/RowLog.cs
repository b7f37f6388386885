using Backtest.Data.Rows;

namespace Backtest.Data.Checking;

/// <summary>Counts invalid rows by their problem and keeps the first of each kind. Threads may share it.</summary>
internal sealed class RowLog : IRowLog
{
    private readonly Dictionary<string, DataFinding> _findings = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>The findings, by file and line.</summary>
    public IReadOnlyList<DataFinding> Findings
    {
        get
        {
            lock (_lock)
                return [.. _findings.Values.OrderBy(row => row.Position.File, StringComparer.Ordinal).ThenBy(row => row.Position.Line)];
        }
    }

    /// <inheritdoc/>
    public void Add(RowProblem problem, SourcePosition position)
    {
        lock (_lock)
        {
            _findings[problem.Code] = _findings.TryGetValue(problem.Code, out DataFinding? first)
                ? first with { Count = first.Count + 1 }
                : new DataFinding(problem.Code, problem.Message, $"{problem.Expected}.", Count: 1) { Position = position };
        }
    }
}
