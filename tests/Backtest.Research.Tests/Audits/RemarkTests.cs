using System.Globalization;
using Backtest.Research;

namespace Backtest.Tests.Audits;

/// <summary>Remarks name what a profit depends on, with its share.</summary>
public sealed class RemarkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task One_bar_that_made_the_profit_is_remarked_on_with_what_is_left_without_it()
    {
        AuditRemark remark = await RemarkAsync("one_bar", "{type: buy-and-hold}", day => day < 100 ? 100 : 200);
        Assert.InRange(remark.Value, 0.9, 1.1);
        Assert.Contains("the bar that ends 2020-04-11T00:00:00Z made", remark.Message, StringComparison.Ordinal);
        Assert.Contains("without that bar it returns", remark.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_trade_that_made_the_profit_is_remarked_on()
    {
        AuditRemark remark = await RemarkAsync("one_trade", "{type: sma-cross, parameters: {fast: 2, slow: 6}}", Hump);
        Assert.True(remark.Value > 0.5);
        Assert.Contains("closed trades", remark.Message, StringComparison.Ordinal);

        // Small waves with one large one.
        static double Hump(int day) => 100 + (3 * Math.Sin(day / 3.0)) + (day is < 100 or > 180 ? 0 : day <= 140 ? (day - 100) * 2 : (180 - day) * 2);
    }

    [Fact]
    public async Task A_profit_made_evenly_is_left_alone()
    {
        AuditReport report = await AuditAsync("{type: buy-and-hold}", day => 100 + day);
        Assert.DoesNotContain(report.Remarks, remark => remark.Code is "one_bar" or "one_trade" or "start_date");
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private async Task<AuditRemark> RemarkAsync(string code, string strategy, Func<int, double> price) =>
        Assert.Single((await AuditAsync(strategy, price)).Remarks, remark => remark.Code == code);

    private Task<AuditReport> AuditAsync(string strategy, Func<int, double> price)
    {
        IEnumerable<string> rows = Enumerable.Range(0, 200).Select(day =>
        {
            double close = price(day) + (day % 3 * 0.1);
            DateOnly date = new DateOnly(2020, 1, 1).AddDays(day);
            return string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd},{close:F2},{close + 1:F2},{close - 1:F2},{close:F2},1000");
        });
        string file = Path.Combine(_folder.Path, "prices.csv");
        File.WriteAllLines(file, ["date,open,high,low,close,volume", .. rows]);
        return Audited.RunAsync($$"""
            name: audited
            data: {source: csv, path: {{file}}, symbols: [ACME] }
            portfolios:
              - name: main
                capital: 100000
                risk: {type: standard, parameters: {sizer: {type: fixed_quantity, value: 400} } }
                strategies: [{{strategy}}]
            """);
    }
}
