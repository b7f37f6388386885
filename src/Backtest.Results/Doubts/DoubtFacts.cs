using System.Text.Json.Nodes;

namespace Backtest.Results;

/// <summary>The facts about a run that doubts are based on.</summary>
public sealed class DoubtFacts
{
    /// <summary>Creates the facts about a run.</summary>
    /// <param name="run">The run, with its tables.</param>
    public DoubtFacts(StoredRun run)
    {
        Run = run;
        Config = run.Manifest.Config;
        Total = run.Metrics?.Total ?? throw new ArgumentException("A run that ends with signals has no results to question.", nameof(run));
        Gross = run.Trades.Sum(trade => trade.Profit + trade.Commission);
        ValueTraded = run.Fills.Sum(fill => fill.Quantity * fill.Price * ManifestTree.MultiplierOf(Config, fill.Symbol));
    }

    /// <summary>The run.</summary>
    public StoredRun Run { get; }

    /// <summary>The findings from its data, or null if the data is not available.</summary>
    public DoubtBars? Bars { get; init; }

    /// <summary>The number of trials in the ledger for its family, including itself, or null if trials were not counted.</summary>
    public long? FamilyTrials { get; init; }

    /// <summary>Whether it was audited for look-ahead, or null if unknown.</summary>
    public bool? IsAudited { get; init; }

    /// <summary>The metrics of all portfolios together.</summary>
    public PerformanceMetrics Total { get; }

    /// <summary>The profit including open positions, in money.</summary>
    public decimal Profit => Total.FinalEquity - Total.InitialCapital;

    /// <summary>The profit of closed trades before commissions; slippage is included in their prices.</summary>
    public decimal Gross { get; }

    /// <summary>The value of all fills, in money.</summary>
    public decimal ValueTraded { get; }

    /// <summary>The configuration of the run.</summary>
    internal JsonObject Config { get; }

    /// <summary>The run's assumptions about fills and costs.</summary>
    internal JsonNode? Execution => Config["execution"];

    /// <summary>Whether fills pay no slippage.</summary>
    internal bool HasNoSlippage => IsFree("slippage");

    /// <summary>Whether fills pay no commission.</summary>
    internal bool HasNoCommission => IsFree("commission");

    /// <summary>The profit of some trades, in money; zero if they lost.</summary>
    internal static decimal ProfitOf(IEnumerable<TradeRow> trades) => Math.Max(0, trades.Sum(trade => trade.Profit));

    /// <summary>The types of the orders that opened a trade.</summary>
    internal ILookup<(string Portfolio, string Strategy, string Symbol, DateTime Time), OrderType> EntryTypes => _entryTypes ??=
        (from fill in Run.Fills
         join order in Run.Orders on (fill.Portfolio, fill.OrderId) equals (order.Portfolio, order.Id)
         where order.PositionEffect == PositionEffect.Open
         select (Key: (fill.Portfolio, fill.Strategy, fill.Symbol, fill.Time), order.Type)).ToLookup(item => item.Key, item => item.Type);

    private ILookup<(string Portfolio, string Strategy, string Symbol, DateTime Time), OrderType>? _entryTypes;

    private bool IsFree(string cost) => Execution?[cost]?["type"] is not { } type || (string?)type == "none";
}
