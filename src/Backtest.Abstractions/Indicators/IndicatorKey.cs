namespace Backtest;

/// <summary>
/// What makes two requests one computation: the indicator's type, its parameters, and what it reads, recursively. The offset is a view
/// of the computation and no part of it.
/// </summary>
/// <param name="Indicator">The indicator's type. A package's own type is its own, even where another package has one of that name.</param>
/// <param name="Parameters">The canonical parameters.</param>
/// <param name="Source">The field it reads, when it reads one.</param>
/// <param name="Input">The indicator it reads instead of a field.</param>
public sealed record IndicatorKey(Type Indicator, ParameterValues Parameters, BarField Source, IndicatorKey? Input)
{
    /// <summary>The second indicator it reads, when it reads two.</summary>
    public IndicatorKey? Second { get; init; }

    /// <summary>How many bars before the first the second is read; below zero: the first is read before the second.</summary>
    public int Lag { get; init; }
}
