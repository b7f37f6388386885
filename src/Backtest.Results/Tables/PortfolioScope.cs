using System.Text.Json;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The portfolio the rows of a table belong to.</summary>
internal sealed class PortfolioScope(PortfolioDescription description)
{
    private readonly string[][] _indicatorKeys =
        [.. description.IndicatorNames.Select(names => names.Select(name => $"\"{JsonEncodedText.Encode(name)}\":").ToArray())];

    /// <summary>Its name.</summary>
    public string Name => description.Name;

    /// <summary>What happened in it in the chunk at hand.</summary>
    public PortfolioJournal Journal { get; private set; } = new();

    /// <summary>The orders done so far, in the order they were done.</summary>
    public Rows<OrderRow> Orders { get; } = new();

    /// <summary>Takes what happened in a chunk, and keeps its orders.</summary>
    public void Take(PortfolioJournal journal)
    {
        Journal = journal;
        foreach (ref readonly OrderRecord order in journal.Orders.Span)
            Orders.Add(new OrderRow(order));
    }

    /// <summary>Puts the orders in the order they were placed.</summary>
    public void SortOrders() => Orders.Span.Sort(
        static (one, other) => one.Turn != other.Turn ? one.Turn.CompareTo(other.Turn) : one.Sequence.CompareTo(other.Sequence));

    /// <summary>The name of a strategy.</summary>
    public string Strategy(int place) => description.Strategies[place];

    /// <summary>The names of the indicators a strategy reads, as JSON keys.</summary>
    public ReadOnlySpan<string> IndicatorKeys(int strategy) => _indicatorKeys[strategy];
}
