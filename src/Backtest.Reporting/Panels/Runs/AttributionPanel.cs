using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The sources of profit, the outcomes of signals, and what went wrong.</summary>
internal sealed class AttributionPanel : IPanel<RunContext>
{
    private const int MostReasons = 8;

    /// <inheritdoc/>
    public ReportSection? Build(RunContext context)
    {
        var blocks = new List<Block>();
        if (context.Trades.Count > 0)
            blocks.Add(Attribution(context));
        if (Portfolios(context) is { } portfolios)
            blocks.Add(portfolios);
        if (context.Run.Positions.Length > 0)
            blocks.Add(Positions(context.Run));
        if (Flow(context.Run) is { } flow)
            blocks.Add(flow);
        Remark[] remarks = [.. Remarks(context.Run.Manifest)];
        if (remarks.Length > 0)
            blocks.Add(new NotesBlock(remarks) { Title = "Warnings and faults" });
        return blocks.Count > 0 ? new ReportSection("attribution", "Attribution", blocks) : null;
    }

    private static TableBlock Attribution(RunContext context)
    {
        (string Portfolio, string Strategy, string? Regime, TradeGroup Group)[] rows =
        [
            .. context.Trades.GroupBy(trade => (trade.Row.Portfolio, trade.Row.Strategy, trade.Row.EntryRegime))
                .Select(group => (group.Key.Portfolio, group.Key.Strategy, group.Key.EntryRegime, TradeGroup.By(group, _ => "")[0])),
        ];
        return new TableBlock("attribution",
        [
            new("portfolio", "Portfolio", TextColumn.Of(rows, row => row.Portfolio), Format.Text) { IsFilter = true },
            new("strategy", "Strategy", TextColumn.Of(rows, row => row.Strategy), Format.Text) { IsFilter = true },
            new("regime", "Regime at entry", TextColumn.Of(rows, row => row.Regime), Format.Text) { IsFilter = true },
            new("trades", "Trades", NumberColumn.Of(rows, row => row.Group.Trades), Format.Integer),
            new("profit", "Profit", NumberColumn.Of(rows, row => row.Group.Profit), Format.Money) { IsSigned = true },
            new("mean_profit", "Mean trade", NumberColumn.Of(rows, row => row.Group.MeanProfit), Format.Money) { IsSigned = true },
            new("mean_return", "Mean return", NumberColumn.Of(rows, row => row.Group.MeanReturn), Format.Percent) { IsSigned = true },
            new("win_rate", "Won", NumberColumn.Of(rows, row => row.Group.WinRate), Format.Percent),
        ])
        { Title = "Profit by portfolio, strategy and regime", Note = "For closed trades, after commissions." };
    }

    private static TableBlock? Portfolios(RunContext context)
    {
        if (context.Run.Metrics is not { Portfolios.Count: > 1 } metrics)
            return null;
        KeyValuePair<string, PerformanceMetrics>[] rows = [.. metrics.Portfolios, new("total", metrics.Total)];
        return new TableBlock("portfolios",
        [
            new("portfolio", "Portfolio", TextColumn.Of(rows, row => row.Key), Format.Text),
            new("initial_capital", "Capital", NumberColumn.Of(rows, row => (double)row.Value.InitialCapital), Format.Money),
            new("final_equity", "Final equity", NumberColumn.Of(rows, row => (double)row.Value.FinalEquity), Format.Money),
            .. Metric.All.Where(metric => metric.Name is "total_return" or "cagr" or "volatility" or "max_drawdown" or "exposure" or "win_rate")
                .Select(metric => Column(metric, rows, Format.Percent)),
            .. Metric.All.Where(metric => metric.Name is "sharpe" or "sortino" or "profit_factor" or "turnover")
                .Select(metric => Column(metric, rows, Format.Number)),
            .. Metric.All.Where(metric => metric.Name is "trades").Select(metric => Column(metric, rows, Format.Integer)),
        ])
        { Title = "Portfolios" };
    }

    private static TableColumn Column(Metric metric, KeyValuePair<string, PerformanceMetrics>[] rows, Format format) => new(
        metric.Name, Words.Title(metric.Name), NumberColumn.Of(rows, row => metric.Of(row.Value) ?? double.NaN), format)
    { IsSigned = metric.Name is "total_return" or "cagr" };

    private static TableBlock Positions(StoredRun run)
    {
        PositionRow[] rows = [.. run.Positions];
        return new TableBlock("positions",
        [
            new("portfolio", "Portfolio", TextColumn.Of(rows, row => row.Portfolio), Format.Text),
            new("strategy", "Strategy", TextColumn.Of(rows, row => row.Strategy), Format.Text),
            new("symbol", "Symbol", TextColumn.Of(rows, row => row.Symbol), Format.Text),
            new("quantity", "Quantity", NumberColumn.Of(rows, row => (double)row.Quantity), Format.Price),
            new("average_price", "Average price", NumberColumn.Of(rows, row => (double)row.AveragePrice), Format.Price),
            new("price", "Last close", NumberColumn.Of(rows, row => row.Price), Format.Price),
            new("unrealized", "Unrealized", NumberColumn.Of(rows, row => (double)row.Unrealized), Format.Money) { IsSigned = true },
        ])
        { Title = "Open at the end" };
    }

    private static FlowBlock? Flow(StoredRun run)
    {
        if (run.Signals.Length == 0)
            return null;
        const string Signals = "signals";
        const string Orders = "orders";
        var links = new List<FlowLink>();
        int ordered = run.Signals.Count(signal => signal.Outcome == SignalOutcome.Ordered);
        int cut = run.Signals.Count(signal => signal.Outcome == SignalOutcome.Cut);
        Add(Signals, Orders, ordered);
        Add(Signals, "cut", cut);
        Add("cut", Orders, cut);
        Add(Signals, "vetoed", run.Signals.Count(signal => signal.Outcome == SignalOutcome.Vetoed));
        foreach ((string reason, int count) in Most(run.Signals.Where(signal => signal.Outcome == SignalOutcome.Vetoed)
            .Select(signal => signal.RiskLimit ?? "no reason")))
            Add("vetoed", $"vetoed: {reason}", count);
        Add(Signals, "nothing to exit", run.Signals.Count(signal => signal.Outcome == SignalOutcome.NothingToExit));
        Add(Signals, "applied", run.Signals.Count(signal => signal.Outcome == SignalOutcome.Applied));
        Add(Signals, "observed", run.Signals.Count(signal => signal.Outcome == SignalOutcome.Observed));
        // An entry may have protective orders, and a risk limit may place orders without a signal.
        Add("protective orders", Orders, run.Orders.Count(order => order.ParentId is not null));
        Add("orders of limits", Orders, run.Orders.Count(order => order is { ParentId: null, SignalId: null }));
        foreach ((string status, int count) in Most(run.Orders.Select(order => order.Status.ToString().ToLowerInvariant())))
            Add(Orders, $"orders {status}", count);
        return new FlowBlock([.. links.SelectMany(link => new[] { link.From, link.To }).Distinct()], links)
        {
            Title = "From signals to fills",
            Note = $"{Written.Count(run.Signals.Length, "signal", "signals")}, {Written.Count(run.Orders.Length, "order", "orders")}, {Written.Count(run.Fills.Length, "fill", "fills")}. A cut signal became a smaller order.",
        };

        void Add(string from, string to, int count)
        {
            if (count > 0)
                links.Add(new FlowLink(from, to, count));
        }
    }

    private static IEnumerable<(string Reason, int Count)> Most(IEnumerable<string> reasons)
    {
        KeyValuePair<string, int>[] counted = [.. reasons.CountBy(reason => reason).OrderByDescending(reason => reason.Value)];
        foreach ((string reason, int count) in counted.Take(MostReasons))
            yield return (reason, count);
        if (counted.Length > MostReasons)
            yield return ("other reasons", counted.Skip(MostReasons).Sum(reason => reason.Value));
    }

    private static IEnumerable<Remark> Remarks(Manifest manifest)
    {
        foreach (RunFault fault in manifest.Faults)
            yield return new Remark(RemarkLevel.Error, fault.Container,
                $"{(fault.Plugin is { } plugin ? $"{plugin}, " : "")}{fault.Event} at {fault.Time:yyyy-MM-dd HH:mm}: {fault.Message}");
        foreach (RunWarning warning in manifest.Warnings)
            yield return new Remark(RemarkLevel.Warning, Words.Title(warning.Code), warning.Message) { Fix = warning.Fix };
    }
}
