namespace Backtest.Engine;

/// <summary>Counts what became of a portfolio's entry orders.</summary>
internal sealed class EntryTally
{
    private readonly Dictionary<string, int> _refused = new(StringComparer.Ordinal);

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>How many were refused, by reason: rejected, or canceled for want of money with less than half of them filled.</summary>
    public IReadOnlyDictionary<string, int> Refused => _refused;

    /// <summary>Adds an order that is done, or that the end of the run finds at work.</summary>
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
