namespace Backtest.Engine;

/// <summary>A searched value of the run file: one of several values, or a number between two bounds.</summary>
public sealed record SearchParameterConfig
{
    /// <summary>The parameter's name in constraints and results.</summary>
    public required string Name { get; init; }

    /// <summary>The path of the value in the run file, as in <c>--set</c>: <c>portfolios.main.capital</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The values to choose from, which may be whole sub-trees, or null if there are bounds.</summary>
    public IReadOnlyList<ParameterNode>? Values { get; init; }

    /// <summary>The lower bound, or null if there are values.</summary>
    public decimal? From { get; init; }

    /// <summary>The upper bound, inclusive, or null if there are values.</summary>
    public decimal? To { get; init; }

    /// <summary>The step between the numbers to try, or null for any number between the bounds.</summary>
    public decimal? Step { get; init; }

    /// <summary>Whether the scale is logarithmic: 0.01 is as far from 0.1 as 0.1 is from 1.</summary>
    public bool IsLog { get; init; }

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }
}
