namespace Backtest.Tests;

public enum Mood
{
    Calm,
    VeryNervous,
}
