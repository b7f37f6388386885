namespace Backtest.Tests;

public sealed record Frame
{
    public required int Width { get; init; }

    public Mood Mood { get; init; } = Mood.VeryNervous;
}
