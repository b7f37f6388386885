namespace Backtest;

/// <summary>
/// Identifies a computation, which requests with the same key share: the indicator's type, its parameters and, recursively, its inputs. The offset is
/// a view of the computation and not part of it.
/// </summary>
/// <param name="Indicator">The indicator's type. Types of different packages are different, even if they have the same name.</param>
/// <param name="Parameters">The canonical parameters.</param>
/// <param name="Source">The field it reads, if it reads one.</param>
/// <param name="Input">The indicator it reads instead of a field.</param>
public sealed record IndicatorKey(Type Indicator, ParameterValues Parameters, BarField Source, IndicatorKey? Input)
{
    /// <summary>The second indicator it reads, if it reads two.</summary>
    public IndicatorKey? Second { get; init; }

    /// <summary>How many bars before the first input the second is read; below zero if the first is read before the second.</summary>
    public int Lag { get; init; }
}
