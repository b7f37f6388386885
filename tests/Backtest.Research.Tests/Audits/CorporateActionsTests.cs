using System.Globalization;
using Backtest.Research;

namespace Backtest.Tests.Audits;

/// <summary>Future splits, dividends and delistings are not part of what a run knows, and raise no finding.</summary>
public sealed class CorporateActionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("none")]
    [InlineData("splits")]
    public async Task Actions_after_a_cut_do_not_matter_before_it(string adjustment)
    {
        AuditReport report = await Audited.RunAsync(Text(adjustment));
        Assert.Empty(report.Findings.Select(finding => finding.Message));
        Assert.True(report.Cuts.Count >= 8);
        bool isSaid = report.NotJudged.Any(reason => reason.Contains("are adjusted for later splits", StringComparison.Ordinal));
        Assert.Equal(adjustment == "splits", isSaid);
    }

    [Fact]
    public async Task A_symbol_that_is_listed_later_is_no_cause_for_alarm()
    {
        Write(
            "prices.csv", "date,symbol,open,high,low,close",
            [.. Rows("EARLY", 0, 120, 100), .. Rows("LATE", 130, 200, 50), .. Rows("WHOLE", 0, 200, 80)]);
        AuditReport report = await Audited.RunAsync($$"""
            name: audited
            data: {source: csv, path: {{Path.Combine(_folder.Path, "prices.csv")}} }
            portfolios:
              - name: main
                capital: 100000
                risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.2} } }
                strategies:
                  - {type: cross-sectional-momentum, parameters: {lookback: 5, top: 1, every: 3} }
                  - {type: sma-cross, parameters: {fast: 2, slow: 5} }
            """);
        Assert.Empty(report.Findings.Select(finding => finding.Message));
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private string Text(string adjustment)
    {
        Write("prices.csv", "date,open,high,low,close,volume", Enumerable.Range(0, 200).Select(day =>
        {
            double price = (day < 120 ? 200 : 100) * (1 + (0.2 * Math.Sin(day / 6.0)));
            return $"{Day(day):yyyy-MM-dd},{Prices(price)},1000";
        }));
        string[] actions = [$"ACME,{Day(60):yyyy-MM-dd},dividend,1.5", $"ACME,{Day(120):yyyy-MM-dd},split,2:1"];
        Write("actions.csv", "symbol,date,type,value", actions);
        return $$"""
            name: audited
            data:
              source: csv
              path: {{Path.Combine(_folder.Path, "prices.csv")}}
              symbols: [ACME]
              actions: {{Path.Combine(_folder.Path, "actions.csv")}}
              adjustment: {{adjustment}}
            portfolios:
              - name: main
                capital: 100000
                risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.5} } }
                strategies: [{type: sma-cross, parameters: {fast: 2, slow: 5} }]
            """;
    }

    private static IEnumerable<string> Rows(string symbol, int from, int to, double level) => Enumerable.Range(from, to - from)
        .Select(day => $"{Day(day):yyyy-MM-dd},{symbol},{Prices(level * (1 + (0.2 * Math.Sin((day + level) / 5.0))))}");

    private static string Prices(double price) =>
        string.Create(CultureInfo.InvariantCulture, $"{price:F2},{price + 2:F2},{price - 2:F2},{price + 1:F2}");

    private static DateOnly Day(int day) => new DateOnly(2020, 1, 1).AddDays(day);

    private void Write(string name, string header, IEnumerable<string> rows) =>
        File.WriteAllLines(Path.Combine(_folder.Path, name), [header, .. rows]);
}
