namespace Backtest;

/// <summary>Which bars a run wants of a plugin's source.</summary>
public sealed record BarRequest
{
    /// <summary>The symbols wanted; empty: all there are.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>The length of the bars.</summary>
    public Timeframe Timeframe { get; init; } = Timeframe.Day;

    /// <summary>The first day wanted; <see langword="null"/>: the first there is. Earlier bars may be given; they are left out.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The last day wanted, included; <see langword="null"/>: the last there is. Later bars may be given; they are left out.</summary>
    public DateOnly? End { get; init; }

    /// <summary>The run file's <c>data.path</c>, absolute; <see langword="null"/>: it has none.</summary>
    public string? Path { get; init; }
}
