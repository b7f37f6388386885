namespace Backtest.Engine;

/// <summary>Counts the outcomes of a portfolio's entry orders.</summary>
internal sealed class EntryTally
{
    private readonly Dictionary<string, int> _refused = new(StringComparer.Ordinal);

    /// <summary>The number of entry orders.</summary>
    public int Count { get; private set; }

    /// <summary>The number refused, by reason: rejected, or canceled because of insufficient funds with less than half filled.</summary>
    public IReadOnlyDictionary<string, int> Refused => _refused;

    /// <summary>Adds an order that is done, or that still works when the run ends.</summary>
    public void Add(in OrderStateEvent state)
    {
        if (state.Order.PositionEffect != PositionEffect.Open)
            return;
        Count++;
        bool isRefused = state.Status == OrderStatus.Rejected
            || (state.Status == OrderStatus.Canceled && state.Reason == OrderFills.InsufficientFunds && state.Filled * 2 < state.Order.Quantity);
        if (isRefused)
            _refused[state.Reason!] = _refused.GetValueOrDefault(state.Reason!) + 1;
    }
}
