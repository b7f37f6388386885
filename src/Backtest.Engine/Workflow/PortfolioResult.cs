namespace Backtest.Engine;

/// <summary>The result of one portfolio.</summary>
public sealed record PortfolioResult
{
    /// <summary>The portfolio's name.</summary>
    public required string Name { get; init; }

    /// <summary>The status of the portfolio.</summary>
    public required PortfolioStatus Status { get; init; }

    /// <summary>The initial money.</summary>
    public required decimal InitialCapital { get; init; }

    /// <summary>Cash and positions at the last closes, computed in decimal.</summary>
    public required decimal FinalEquity { get; init; }

    /// <summary>Money not in positions.</summary>
    public required decimal Cash { get; init; }

    /// <summary>The number of signals by outcome: <c>ordered</c>, <c>cut</c>, <c>nothing_to_exit</c>, and the reason of each veto.</summary>
    public required IReadOnlyDictionary<string, int> SignalOutcomes { get; init; }

    /// <summary>The number of signals emitted.</summary>
    public required int Signals { get; init; }

    /// <summary>The number of orders placed.</summary>
    public required int Orders { get; init; }

    /// <summary>The number of fills.</summary>
    public required int Fills { get; init; }

    /// <summary>The number of closed trades.</summary>
    public required int Trades { get; init; }
}
