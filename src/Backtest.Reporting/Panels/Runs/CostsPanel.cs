using System.Globalization;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The exposure, the value traded, and its cost.</summary>
internal sealed class CostsPanel : IPanel<RunContext>
{
    private const int MostPoints = 2000;
    private const int MostSymbols = 15;
    private const double BasisPoints = 10_000;

    /// <inheritdoc/>
    public ReportSection? Build(RunContext context)
    {
        if (context.Total is not { } total || context.Run.Fills.Length == 0)
            return null;
        CostFigures costs = CostFigures.Of(context.Run.Fills, (double)(total.FinalEquity - total.InitialCapital), context.Multipliers);
        EquitySeries series = context.Run.Equity.Total;
        var blocks = new List<Block>
        {
            new FiguresBlock(Figures(context, total, costs)),
            Line(series, series.Exposure, "Leverage", "Gross notional divided by equity.", Format.Number),
            Line(series, series.Cash, "Cash", "Money that is not in positions.", Format.Money),
            Turnover(context),
        };
        if (Concentration(context) is { } concentration)
            blocks.Add(concentration);
        return new ReportSection("costs", "Exposure and costs", blocks);
    }

    private static IReadOnlyList<Figure> Figures(RunContext context, PerformanceMetrics total, CostFigures costs) =>
    [
        new Figure("breakEvenCost", "Break-even cost a side", costs.BreakEven * BasisPoints, Format.BasisPoints)
            { IsSigned = true, Note = "gross profit divided by value traded" },
        new Figure("cost", "Cost a side", costs.Cost * BasisPoints, Format.BasisPoints) { Note = "commission and slippage divided by value traded" },
        new Figure("commission", "Commission", costs.Commission, Format.Money) { Note = context.Currency },
        new Figure("slippage", "Slippage", costs.Slippage, Format.Money) { Note = context.Currency },
        new Figure("traded", "Value traded", costs.Traded, Format.Money) { Note = Written.Count(context.Run.Fills.Length, "fill", "fills") },
        new Figure("turnover", "Turnover a year", total.Turnover, Format.Number) { Note = "half the value traded divided by mean equity" },
        new Figure("maxLeverage", "Highest leverage", Highest(context.Run.Equity.Total.Exposure), Format.Number)
            { Note = "gross notional divided by equity" },
        new Figure("dividends", "Dividends", (double)total.Dividends, Format.Money) { Note = context.Currency },
        .. Interest("borrowCost", "Borrow cost", total.BorrowCost, context),
        .. Interest("marginInterest", "Margin interest", total.MarginInterest, context),
        .. Interest("cashInterest", "Interest on cash", total.CashInterest, context),
    ];

    private static IEnumerable<Figure> Interest(string id, string name, decimal money, RunContext context)
    {
        if (money != 0)
            yield return new Figure(id, name, (double)money, Format.Money) { Note = context.Currency };
    }

    private static double? Highest(ReadOnlySpan<double> values)
    {
        double? highest = null;
        foreach (double value in values)
        {
            if (double.IsFinite(value) && !(value <= highest))
                highest = value;
        }

        return highest;
    }

    private static LinesBlock Line(EquitySeries series, ReadOnlySpan<double> values, string title, string note, Format format) =>
        new([ThinnedLine.Of(title, series.Times, values, MostPoints)], format) { Title = title, Note = note };

    private static BarsBlock Turnover(RunContext context)
    {
        (int Year, double Value)[] years = [.. context.Run.Fills.GroupBy(fill => fill.Time.Year).OrderBy(year => year.Key)
            .Select(year => (year.Key, year.Sum(fill => (double)(fill.Quantity * fill.Price) * context.Multipliers.Of(fill.Symbol))))];
        return new BarsBlock(TextColumn.Of(years, year => year.Year.ToString(CultureInfo.InvariantCulture)),
            [new BarSet("value traded", NumberColumn.Of(years, year => year.Value))], Format.Money)
        { Title = "Value traded by year" };
    }

    private static BarsBlock? Concentration(RunContext context)
    {
        (string Symbol, double Value)[] symbols = [.. context.Run.Fills.GroupBy(fill => fill.Symbol)
            .Select(symbol => (symbol.Key, symbol.Sum(fill => (double)(fill.Quantity * fill.Price) * context.Multipliers.Of(fill.Symbol))))
            .OrderByDescending(symbol => symbol.Item2)];
        if (symbols.Length < 2)
            return null;
        double all = symbols.Sum(symbol => symbol.Value);
        (string Symbol, double Value)[] most = [.. symbols.Take(MostSymbols)];
        return new BarsBlock(TextColumn.Of(most, symbol => symbol.Symbol),
            [new BarSet("share", NumberColumn.Of(most, symbol => symbol.Value / all))], Format.Percent)
        {
            Title = "Share of value traded",
            IsHorizontal = true,
            Note = symbols.Length > MostSymbols ? $"The {MostSymbols} largest of {Written.Count(symbols.Length)} symbols." : null,
        };
    }
}
