using System.Globalization;

namespace Backtest.Tests.Cases;

/// <summary>
/// LEAN's own regression runs as run files, with the built tool: the orders, fees and equity that their authors state. Built only where
/// BACKTEST_LEAN_DATA names LEAN's data folder.
/// </summary>
public sealed class LeanCasesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("trend", 84, "468.54", "137751.04")]
    [InlineData("stop-limits", 2, "2.00", "101277.61")]
    [InlineData("trailing-stops", 2, "2.00", "100023.22")]
    [InlineData("on-close", 1, "1.00", "99993.90")]
    [InlineData("dividends", 1, "2.56", "120462.08")]
    public void A_run_file_comes_to_what_LEAN_states(string name, int fills, string fees, string equity)
    {
        string run = Run(name);

        IReadOnlyDictionary<string, string>[] filled = [.. Table.Read(Path.Combine(run, "fills.csv"))];
        Assert.Equal(fills, filled.Length);
        Assert.Equal(fees, Money(filled.Sum(row => Number(row["commission"]))));
        Assert.Equal(equity, Money(Number(Table.Read(Path.Combine(run, "equity.csv")).Last(row => row["portfolio"] == "main")["equity"])));
    }

    [Fact]
    public void Dividends_are_paid_to_the_cent_or_as_the_factors_say()
    {
        Assert.Equal("6789.12", Received(Run("dividends")));
        Assert.Equal("6789.58", Received(Run("dividends", "--set", "data.dividends=factors")));

        static string Received(string run) => Money(Table.Read(Path.Combine(run, "actions.csv")).Sum(row => Number(row["cash"])));
    }

    private string Run(string name, params string[] more)
    {
        ToolResult result = Tool.Run(
            _folder.Path,
            ["run", GoldenFiles.LeanCase(name), "--set", $"data.path={Environment.GetEnvironmentVariable("BACKTEST_LEAN_DATA")}", .. more,
                "--json", "--output", _folder.Combine("out"), "--plugins", Tool.Fixtures]);
        Assert.True(result.ExitCode == 0, result.Error);
        return (string)result.Json["run"]!;
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => amount.ToString("F2", CultureInfo.InvariantCulture);
}
