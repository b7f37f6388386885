using Backtest;
using Backtest.Testing;

namespace ExampleNamespace.Tests;

public sealed class ExampleContainerTests
{
    private readonly Stances _stances = new(members: 3, needed: 2);

    [Fact]
    public void It_keeps_the_laws_of_a_plugin() => Conformance.Check<ExampleContainerFactory>("""{"needed": 1}""");

    [Fact]
    public void One_of_three_is_not_enough()
    {
        Hear(0, SignalAction.Enter);

        Assert.Equal(0, _stances.Agreed);
    }

    [Fact]
    public void Two_of_three_are_enough()
    {
        Hear(0, SignalAction.Enter);
        Hear(2, SignalAction.Enter);

        Assert.Equal(1, _stances.Agreed);
    }

    [Fact]
    public void A_strategy_that_leaves_no_longer_counts()
    {
        Hear(0, SignalAction.Enter);
        Hear(2, SignalAction.Enter);
        Hear(0, SignalAction.Exit);

        Assert.Equal(0, _stances.Agreed);
    }

    [Fact]
    public void Long_and_short_do_not_agree()
    {
        Hear(0, SignalAction.Enter);
        Hear(1, SignalAction.Enter, Direction.Short);

        Assert.Equal(0, _stances.Agreed);
    }

    private void Hear(int strategy, SignalAction action, Direction direction = Direction.Long) => _stances.OnSignal(new SignalEvent
    {
        Id = 1,
        Time = new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc),
        Instrument = new Instrument { Symbol = "X" },
        StrategyIndex = strategy,
        Action = action,
        Direction = direction,
        Strength = 1,
    });
}
