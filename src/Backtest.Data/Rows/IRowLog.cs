namespace Backtest.Data.Rows;

/// <summary>Hears of every row that is no bar.</summary>
internal interface IRowLog
{
    /// <summary>A row is no bar.</summary>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="position">Where it is.</param>
    void Add(RowProblem problem, SourcePosition position);
}
