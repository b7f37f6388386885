namespace Backtest.Data.Rows;

/// <summary>Why a row is not a valid bar.</summary>
/// <param name="Code">A stable word for scripts.</param>
/// <param name="Message">What was found.</param>
/// <param name="Expected">What bars need.</param>
internal sealed record RowProblem(string Code, string Message, string Expected)
{
    /// <summary>Whether other rows must have the same problem, so that skipping the row would only hide it.</summary>
    public bool IsOfWholeFile { get; init; }

    /// <summary>The problem as an error.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">The line of the row.</param>
    /// <param name="isStray">Whether few rows of the file have problems, so that those may be left out.</param>
    public InputError At(string path, int line, bool isStray = true) => new(Code, Message)
    {
        Position = new SourcePosition(path, line),
        Fix = IsOfWholeFile ? $"{Expected}." : isStray ? $"{Expected}. Fix the row, or set data.bad_rows: skip to leave it out." : $"{Expected}.",
    };
}
