namespace Backtest.Engine;

/// <summary>One allocation of capital: a risk manager and its strategies.</summary>
public sealed record PortfolioConfig
{
    /// <summary>Names the portfolio; unique in the run.</summary>
    public required string Name { get; init; }

    /// <summary>Money to begin with; above zero. Where a run ends with signals, it is of no meaning.</summary>
    public required decimal Capital { get; init; }

    /// <summary>The currency of its money; <see langword="null"/>: that of its instruments, or USD where none says.</summary>
    public string? Currency { get; init; }

    /// <summary>What the account lets it hold.</summary>
    public AccountConfig Account { get; init; } = new AccountConfig.Leverage();

    /// <summary>The greatest gross notional over equity an entry may fill to; above zero. Accounts other than that of leverage leave it at 1.</summary>
    public decimal Leverage { get; init; } = 1;

    /// <summary>Whether an entry beyond what the account bears is rejected rather than cut.</summary>
    public bool RejectsInsufficient { get; init; }

    /// <summary>What sizes and limits. Where a run ends with signals, it is of no meaning.</summary>
    public required RiskConfig Risk { get; init; }

    /// <summary>What decides; at least one.</summary>
    public IReadOnlyList<StrategyConfig> Strategies { get; init; } = [];

    /// <summary>Where it stands in the run file.</summary>
    public SourcePosition Position { get; init; }
}
