namespace Backtest.Engine;

/// <summary>A value of the run file that is searched: among some values, or between two bounds.</summary>
public sealed record SearchParameterConfig
{
    /// <summary>The name it has in constraints and results.</summary>
    public required string Name { get; init; }

    /// <summary>The path of the value in the run file, as in <c>--set</c>: <c>portfolios.main.capital</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The values to choose from, which may be whole sub-trees, or null if there are bounds.</summary>
    public IReadOnlyList<ParameterNode>? Values { get; init; }

    /// <summary>The lower bound, or null if there are values.</summary>
    public decimal? From { get; init; }

    /// <summary>The upper bound, itself included, or null if there are values.</summary>
    public decimal? To { get; init; }

    /// <summary>The distance of the numbers to try, or null for any number between the bounds.</summary>
    public decimal? Step { get; init; }

    /// <summary>Whether ratios count rather than differences: 0.01 is as far from 0.1 as that is from 1.</summary>
    public bool IsLog { get; init; }

    /// <summary>Its position in the run file.</summary>
    public SourcePosition Position { get; init; }
}
