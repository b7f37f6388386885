namespace Backtest.Engine;

/// <summary>The result of one portfolio.</summary>
public sealed record PortfolioResult
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How it ended.</summary>
    public required PortfolioStatus Status { get; init; }

    /// <summary>The money it started with.</summary>
    public required decimal InitialCapital { get; init; }

    /// <summary>Cash and positions at the last closes, computed in decimal.</summary>
    public required decimal FinalEquity { get; init; }

    /// <summary>Money not in positions.</summary>
    public required decimal Cash { get; init; }

    /// <summary>Signals by outcome: <c>ordered</c>, <c>cut</c>, <c>nothing_to_exit</c>, and the reason of each veto.</summary>
    public required IReadOnlyDictionary<string, int> SignalOutcomes { get; init; }

    /// <summary>Signals emitted.</summary>
    public required int Signals { get; init; }

    /// <summary>Orders placed.</summary>
    public required int Orders { get; init; }

    /// <summary>Fills.</summary>
    public required int Fills { get; init; }

    /// <summary>Trades closed.</summary>
    public required int Trades { get; init; }
}
