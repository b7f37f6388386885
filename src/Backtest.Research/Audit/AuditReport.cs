namespace Backtest.Research;

/// <summary>The result of an audit.</summary>
public sealed record AuditReport
{
    /// <summary>What makes the results wrong; empty if nothing was found.</summary>
    public required IReadOnlyList<AuditFinding> Findings { get; init; }

    /// <summary>What the results depend on, without being wrong.</summary>
    public required IReadOnlyList<AuditRemark> Remarks { get; init; }

    /// <summary>What could not be checked, each with the reason.</summary>
    public required IReadOnlyList<string> NotJudged { get; init; }

    /// <summary>Whether a container of the run stopped early; nothing after that was checked.</summary>
    public required bool IsFaulted { get; init; }

    /// <summary>The ends of the bars after which the future was changed, UTC, in order.</summary>
    public required IReadOnlyList<DateTime> Cuts { get; init; }

    /// <summary>The number of runs executed.</summary>
    public required int Runs { get; init; }

    /// <summary>The number of bars in the run.</summary>
    public required long Bars { get; init; }

    /// <summary>How long the audit took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The files the bars came from.</summary>
    public required IReadOnlyList<DataFile> Files { get; init; }

    /// <summary>Whether there are no findings.</summary>
    public bool IsClean => Findings.Count == 0;
}

/// <summary>Something the results depend on.</summary>
/// <param name="Code">A word for scripts: <c>warm_up</c>, <c>start_date</c>, <c>one_bar</c>, <c>one_trade</c>.</param>
/// <param name="Message">What was observed.</param>
/// <param name="Value">The measured value: bars for <c>warm_up</c>, otherwise a fraction.</param>
public sealed record AuditRemark(string Code, string Message, double Value);
