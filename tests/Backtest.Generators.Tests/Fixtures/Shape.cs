namespace Backtest.Tests;

public abstract record Shape
{
    [Parameter(Min = 0)]
    public required double Size { get; init; }
}

[Variant("circle", Description = "Round.")]
public sealed record Circle : Shape;

[Variant("rounded_square")]
public sealed record RoundedSquare : Shape
{
    public int Corners { get; init; } = 4;
}
