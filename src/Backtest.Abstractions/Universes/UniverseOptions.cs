namespace Backtest;

/// <summary>Where a universe is read from.</summary>
public sealed record UniverseOptions
{
    /// <summary>A CSV file: symbol, from, to. Absolute, or relative to <see cref="BaseDirectory"/>.</summary>
    public required string Path { get; init; }

    /// <summary>The character that begins a comment line; <see langword="null"/> if there are no comments.</summary>
    public char? Comment { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    public string BaseDirectory { get; init; } = "";
}
