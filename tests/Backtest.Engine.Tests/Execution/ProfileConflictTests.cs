namespace Backtest.Tests;

/// <summary>A profile is complete: a key that contradicts it is rejected.</summary>
public sealed class ProfileConflictTests
{
    [Theory]
    [InlineData("lean", "path", "optimistic")]
    [InlineData("lean", "matching", "standard")]
    [InlineData("backtrader", "fill", "close")]
    public void A_key_that_contradicts_the_profile_is_refused(string profile, string key, string value)
    {
        ExecutionConfig execution = With(profile);
        execution = key switch
        {
            "path" => execution with { Path = new ExecutionModel(value) },
            "matching" => execution with { Matching = new ExecutionModel(value) },
            _ => execution with { FillsAtClose = true },
        };
        var thrown = Assert.Throws<InputException>(() => Run(execution));

        InputError error = Assert.Single(thrown.Errors);
        Assert.Equal(("contradicting_key", $"execution.{key}"), (error.Code, error.Key));
        Assert.Contains(value, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_says_what_the_profile_says_is_taken() =>
        Assert.Equal(RunStatus.Completed, Run(With("tradingview") with { Path = new ExecutionModel("nearest_extreme") }).Result.Status);

    private static ExecutionConfig With(string profile) => new() { Profile = FillProfile.All.Single(own => own.Name == profile) };

    private static RecordedRun Run(ExecutionConfig execution) =>
        Scenario.Of(TestBar.Flat(10, 10), Plan.BuyFirst).WithExecution(_ => execution).Run();
}
