namespace Backtest.Results;

/// <summary>One link of the chain that leads to something, or follows from it.</summary>
/// <param name="Kind">What it is: <c>bar</c>, <c>regime</c>, <c>indicators</c>, <c>signal</c>, <c>order</c>, <c>fill</c>, <c>position</c>, <c>money</c>, <c>trade</c>.</param>
/// <param name="Time">When it was, UTC, or null for what has no moment.</param>
/// <param name="Text">What happened, in a line.</param>
public sealed record ExplanationStep(string Kind, DateTime? Time, string Text)
{
    /// <summary>The figures in it, by name: texts, numbers, amounts, moments or null.</summary>
    public IReadOnlyDictionary<string, object?> Facts { get; init; } = new Dictionary<string, object?>();

    /// <summary>What belongs to it, in the order it happened.</summary>
    public IReadOnlyList<ExplanationStep> Details { get; init; } = [];
}

/// <summary>Why something happened, from its first cause to its last effect.</summary>
/// <param name="Subject">What is explained, in a line.</param>
/// <param name="Steps">The chain: causes first.</param>
public sealed record Explanation(string Subject, IReadOnlyList<ExplanationStep> Steps);
