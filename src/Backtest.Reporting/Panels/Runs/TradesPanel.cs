using System.Globalization;

namespace Backtest.Reporting;

/// <summary>The trades: each one, and the results by kind.</summary>
internal sealed class TradesPanel : IPanel<RunContext>
{
    private const int MostGroups = 15;

    /// <inheritdoc/>
    public ReportSection? Build(RunContext context)
    {
        IReadOnlyList<TradeStory> trades = context.Trades;
        if (trades.Count == 0)
            return null;
        var blocks = new List<Block>
        {
            new FiguresBlock(Figures(context, trades)),
            TradesTable.Of(trades, context.Explanations),
            Excursions(trades),
            HoldingTimes(trades),
        };
        if (trades.Any(trade => trade.RiskMultiple is not null))
            blocks.Add(RiskMultiples(trades));
        blocks.AddRange(Groups(trades));
        return new ReportSection("trades", "Trades", blocks)
        { Lead = "Click a trade, or press Enter on its number, to see what led to it. The candles below show where it was." };
    }

    private static IReadOnlyList<Figure> Figures(RunContext context, IReadOnlyList<TradeStory> trades)
    {
        var total = context.Total;
        TradeStreaks streaks = TradeStreaks.Of(trades.Select(trade => trade.Row));
        return
        [
            new Figure("trades", "Trades", trades.Count, Format.Integer) { Note = Sides(trades) },
            new Figure("winRate", "Won", total?.WinRate, Format.Percent)
                { Note = $"{Written.Count(trades.Count(trade => trade.Row.Profit > 0))} of {Written.Count(trades.Count)}" },
            new Figure("profitFactor", "Profit factor", total?.ProfitFactor, Format.Number) { Note = "money won divided by money lost" },
            new Figure("expectancy", "Mean return of a trade", total?.Expectancy, Format.Percent) { IsSigned = true, Note = "of the value entered" },
            new Figure("longestWins", "Longest winning streak", streaks.LongestWins, Format.Integer)
                { Note = $"{Written.Count(streaks.Runs)} runs of wins and losses" },
            new Figure("longestLosses", "Longest losing streak", streaks.LongestLosses, Format.Integer),
        ];
    }

    private static string Sides(IReadOnlyList<TradeStory> trades)
    {
        int longs = trades.Count(trade => trade.Row.Direction == Direction.Long);
        return $"{Written.Count(longs)} long, {Written.Count(trades.Count - longs)} short";
    }

    private static ScatterBlock Excursions(IReadOnlyList<TradeStory> trades) => new(
        new Axis("Worst while open", NumberColumn.Of(trades, trade => trade.Row.MaximumAdverseExcursion), Format.Money),
        new Axis("Best while open", NumberColumn.Of(trades, trade => trade.Row.MaximumFavorableExcursion), Format.Money))
    {
        Title = "Excursions of trades",
        Note = "The largest loss and the largest profit of each trade while it was open, in money.",
        Groups = TextColumn.Of(trades, trade => trade.Row.Profit > 0 ? "gain" : "loss"),
        Names = TextColumn.Of(trades, trade => $"{trade.Row.Portfolio}/{trade.Row.Id.ToString(CultureInfo.InvariantCulture)}"),
    };

    private static ScatterBlock HoldingTimes(IReadOnlyList<TradeStory> trades) => new(
        new Axis("Bars held", NumberColumn.Of(trades, trade => trade.Row.Bars), Format.Integer),
            new Axis("Return", NumberColumn.Of(trades, trade => (double)trade.Row.Return), Format.Percent))
    {
        Title = "Holding time and return",
        Groups = TextColumn.Of(trades, trade => trade.Row.Profit > 0 ? "gain" : "loss"),
        Names = TextColumn.Of(trades, trade => $"{trade.Row.Portfolio}/{trade.Row.Id.ToString(CultureInfo.InvariantCulture)}"),
    };

    private static BarsBlock RiskMultiples(IReadOnlyList<TradeStory> trades)
    {
        double[] multiples = [.. trades.Select(trade => trade.RiskMultiple).OfType<double>().Where(double.IsFinite).Order()];
        return Histograms.Of(multiples, Format.Number) with
        {
            Title = "R-multiples",
            Note = $"Profit divided by the money at risk to the stop loss, for {Written.Count(multiples.Length, "trade", "trades")} with a stop loss. The mean is {multiples.DefaultIfEmpty().Average().ToString("0.00", CultureInfo.InvariantCulture)} R.",
        };
    }

    private static IEnumerable<Block> Groups(IReadOnlyList<TradeStory> trades)
    {
        foreach (BarsBlock? block in new[]
        {
            Ordered("Profit by hour of entry", trades, trade => trade.Row.EntryTime.Hour, trade => $"{trade.Row.EntryTime:HH}:00"),
            Ordered("Profit by weekday of entry", trades, trade => ((int)trade.Row.EntryTime.DayOfWeek + 6) % 7,
                trade => trade.Row.EntryTime.DayOfWeek.ToString()),
            Ordered("Profit by month of entry", trades, trade => trade.Row.EntryTime.Month,
                trade => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(trade.Row.EntryTime.Month)),
        })
        {
            if (block is not null)
                yield return block;
        }

        foreach ((string title, Func<TradeStory, string?> kind) in new (string, Func<TradeStory, string?>)[]
        {
            ("Profit by side", trade => trade.Row.Direction == Direction.Long ? "long" : "short"),
            ("Profit by strategy", trade => $"{trade.Row.Portfolio}/{trade.Row.Strategy}"),
            ("Profit by symbol", trade => trade.Row.Symbol),
            ("Profit by regime at entry", trade => trade.Row.EntryRegime),
            ("Profit by reason of entry", trade => trade.EntryReason),
            ("Profit by reason of exit", trade => trade.ExitReason),
        })
        {
            if (Ranked(title, TradeGroup.By(trades, kind)) is { } block)
                yield return block;
        }
    }

    private static BarsBlock? Ordered(string title, IReadOnlyList<TradeStory> trades, Func<TradeStory, int> order, Func<TradeStory, string> kind)
    {
        IReadOnlyList<TradeGroup> groups = TradeGroup.By(trades.OrderBy(order), kind);
        return groups.Count < 2 ? null : new BarsBlock(TextColumn.Of(groups, group => group.Name),
            [new BarSet("profit", NumberColumn.Of(groups, group => group.Profit))], Format.Money)
        { Title = title };
    }

    // A single group adds nothing to the total.
    private static BarsBlock? Ranked(string title, IReadOnlyList<TradeGroup> groups)
    {
        if (groups.Count < 2)
            return null;
        TradeGroup[] ranked = [.. groups.OrderByDescending(group => Math.Abs(group.Profit)).Take(MostGroups)
            .OrderByDescending(group => group.Profit)];
        return new BarsBlock(TextColumn.Of(ranked, group => $"{group.Name} ({Written.Count(group.Trades)})"),
            [new BarSet("profit", NumberColumn.Of(ranked, group => group.Profit))], Format.Money)
        {
            Title = title,
            Note = groups.Count > MostGroups ? $"The {MostGroups} largest of {Written.Count(groups.Count)}, with the number of trades in parentheses." : null,
            IsHorizontal = true,
        };
    }
}
