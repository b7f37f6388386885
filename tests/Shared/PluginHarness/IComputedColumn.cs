namespace Backtest.Tests;

/// <summary>A column whose values are computed once every reader of it is known.</summary>
internal interface IComputedColumn
{
    void Compute();
}
