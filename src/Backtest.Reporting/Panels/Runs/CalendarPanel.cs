using System.Globalization;

namespace Backtest.Reporting;

/// <summary>Returns by month and year.</summary>
internal sealed class CalendarPanel : IPanel<RunContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(RunContext context)
    {
        IReadOnlyList<(int Year, double[] Months, double Total)> years = MonthlyReturns.Of(context.Curve);
        if (context.Curve.Days.Count < 2)
            return null;
        string[] names = [.. years.Select(year => year.Year.ToString(CultureInfo.InvariantCulture))];
        IReadOnlyList<(int Year, double[] Months, double Total)>? held = context.BuyAndHold is { } curve ? MonthlyReturns.Of(curve) : null;
        var blocks = new List<Block>
        {
            new MatrixBlock(
                names, [.. CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[..12], "Year"],
                new NumberColumn([.. years.SelectMany(year => year.Months.Append(year.Total))]), Format.Percent)
                    { Title = "Returns by month", SumColumns = 1 },
        };
        if (years.Count > 1)
        {
            var series = new List<BarSet> { new("run", NumberColumn.Of(years, year => year.Total)) };
            if (held is not null)
                series.Add(new BarSet("buy and hold", NumberColumn.Of(held, year => year.Total)) { IsReference = true });
            blocks.Add(new BarsBlock(new TextColumn(names), series, Format.Percent) { Title = "Returns by year" });
        }

        return new ReportSection("calendar", "Months and years", blocks);
    }
}
