namespace Backtest.Engine;

/// <summary>An expression over the names of searched parameters that must be true in each trial.</summary>
/// <param name="Expression">The expression, such as <c>fast &lt; slow</c>.</param>
/// <param name="Position">The position in the run file.</param>
public sealed record SearchConstraintConfig(string Expression, SourcePosition Position);
