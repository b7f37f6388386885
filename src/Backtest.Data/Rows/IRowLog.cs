namespace Backtest.Data.Rows;

/// <summary>Receives every invalid row.</summary>
internal interface IRowLog
{
    /// <summary>Called for an invalid row.</summary>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="position">The row's position.</param>
    void Add(RowProblem problem, SourcePosition position);
}
