using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class RandomnessAnalyzerTests
{
    [Theory]
    [InlineData("_ = {0}.Next();", "new Random()")]
    [InlineData("_ = {0}.NextDouble();", "new Random(7)")]
    [InlineData("_ = {0}.Next(10);", "Random.Shared")]
    [InlineData("_ = {0}();", "Guid.NewGuid")]
    [InlineData("_ = {0}();", "Guid.CreateVersion7")]
    [InlineData("_ = {0}(6);", "System.Security.Cryptography.RandomNumberGenerator.GetInt32")]
    [InlineData("int[] numbers = [1, 2]; foreach (int number in {0}()) _ = number;", "numbers.Shuffle")]
    [InlineData("_ = {0}();", "bar.Symbol.GetHashCode")]
    [InlineData("_ = {0}(1, 2);", "HashCode.Combine")]
    public async Task Chance_that_is_not_the_runs_is_reported(string statement, string asked) => Assert.Equal(
        [asked], await Analysis.Underlined<RandomnessAnalyzer>(Plugins.OnBar(statement.Replace("{0}", asked, StringComparison.Ordinal))));

    [Theory]
    [InlineData("ulong seed = 1; seed ^= seed << 13; _ = seed;")]
    [InlineData("_ = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);")]
    [InlineData("_ = nameof(Random.Shared);")]
    [InlineData("_ = 5.GetHashCode();")]
    public async Task Numbers_that_are_the_same_in_every_run_are_not(string statement) =>
        Assert.Empty(await Analysis.Of<RandomnessAnalyzer>(Plugins.OnBar(statement)));

    [Fact]
    public async Task A_hash_may_be_combined_of_others_in_GetHashCode() => Assert.Empty(await Analysis.Of<RandomnessAnalyzer>(
        Plugins.Strategy("public override int GetHashCode() => HashCode.Combine(1, \"text\".GetHashCode());")));

    [Fact]
    public async Task A_random_of_its_own_class_is_reported_too() => Assert.Equal(
        ["new Dice()"],
        await Analysis.Underlined<RandomnessAnalyzer>(Plugins.OnBar("_ = new Dice().Next();") + "public sealed class Dice : Random;"));

    [Fact]
    public async Task Message_leads_to_the_seed()
    {
        Found found = Assert.Single(await Analysis.Of<RandomnessAnalyzer>(Plugins.OnBar("_ = new Random(7);")));
        Assert.Equal("BT0102", found.Id);
        Assert.Equal(
            "'new Random' uses an algorithm of the platform, which may change between versions; "
            + "write your own generator, and seed it with 'StartContext.Seed' in OnStart",
            found.Message);
    }
}
