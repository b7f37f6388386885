using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

public sealed class LearningDaysTests
{
    private static readonly DateOnly First = new(2020, 1, 1);

    [Fact]
    public void All_days_but_those_kept_may_be_learned_from()
    {
        var days = new LearningDays([(First.AddDays(2), First.AddDays(3)), (First.AddDays(6), DateOnly.MaxValue)]);

        Assert.False(days.WasAsked);
        Assert.Equal([0, 1, 4, 5], Enumerable.Range(0, 10).Where(day => days.Includes(First.AddDays(day))));
        Assert.True(days.WasAsked);
    }

    [Fact]
    public void A_plugin_without_such_days_may_learn_from_all() => Assert.True(default(StartContext).MayLearnFrom(First));

    [Fact]
    public void Each_classifier_of_a_run_is_given_its_days()
    {
        var learning = new LearningDays([]);
        StartContext given = default;
        Scenario scenario = Scenario.Of(TestBar.Flat(10, 10), Plan.Idle).UnderClassifier("market", new ScriptedClassifier(_ => 0, "bear", "bull") { Started = context => given = context });
        scenario.Config = scenario.Config with { Learning = learning };
        scenario.Run();

        Assert.Same(learning, given.Learning);
    }
}
