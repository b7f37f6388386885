namespace Backtest;

/// <summary>The bars a run requests from a bar source plugin.</summary>
public sealed record BarRequest
{
    /// <summary>The symbols wanted; empty for all there are.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>The length of the bars.</summary>
    public Timeframe Timeframe { get; init; } = Timeframe.Day;

    /// <summary>The first day wanted; <see langword="null"/> for the first there is. Earlier bars may be returned; they are left out.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The last day wanted, included; <see langword="null"/> for the last there is. Later bars may be returned; they are left out.</summary>
    public DateOnly? End { get; init; }

    /// <summary>The run file's <c>data.path</c>, absolute; <see langword="null"/> if it has none.</summary>
    public string? Path { get; init; }
}
