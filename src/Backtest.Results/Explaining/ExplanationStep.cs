namespace Backtest.Results;

/// <summary>One link in the chain of causes and effects of something.</summary>
/// <param name="Kind">
/// One of <c>bar</c>, <c>regime</c>, <c>indicators</c>, <c>signal</c>, <c>order</c>, <c>fill</c>, <c>position</c>, <c>money</c>, <c>trade</c>.
/// </param>
/// <param name="Time">Its time, UTC, or null if it has none.</param>
/// <param name="Text">What happened, in one line.</param>
public sealed record ExplanationStep(string Kind, DateTime? Time, string Text)
{
    /// <summary>Its figures by name: texts, numbers, amounts, times or null.</summary>
    public IReadOnlyDictionary<string, object?> Facts { get; init; } = new Dictionary<string, object?>();

    /// <summary>Its details, in the order they happened.</summary>
    public IReadOnlyList<ExplanationStep> Details { get; init; } = [];
}

/// <summary>Why something happened, from the first cause to the last effect.</summary>
/// <param name="Subject">What is explained, in one line.</param>
/// <param name="Steps">The chain: causes first.</param>
public sealed record Explanation(string Subject, IReadOnlyList<ExplanationStep> Steps);
