namespace Backtest.Engine;

/// <summary>One allocation of capital: a risk manager and its strategies.</summary>
public sealed record PortfolioConfig
{
    /// <summary>The portfolio's name; unique in the run.</summary>
    public required string Name { get; init; }

    /// <summary>The initial money; above zero. It is not used in a run that ends with signals.</summary>
    public required decimal Capital { get; init; }

    /// <summary>The currency of its money; <see langword="null"/> for that of its instruments, or USD if none has one.</summary>
    public string? Currency { get; init; }

    /// <summary>The account, which limits the positions.</summary>
    public AccountConfig Account { get; init; } = new AccountConfig.Leverage();

    /// <summary>
    /// The greatest gross notional over equity an entry may fill to; above zero. It must be 1 for all accounts except the leverage account.
    /// </summary>
    public decimal Leverage { get; init; } = 1;

    /// <summary>Whether an entry beyond what the account allows is rejected rather than cut.</summary>
    public bool RejectsInsufficient { get; init; }

    /// <summary>The risk manager, which sizes and limits positions. It is not used in a run that ends with signals.</summary>
    public required RiskConfig Risk { get; init; }

    /// <summary>The strategies; at least one.</summary>
    public IReadOnlyList<StrategyConfig> Strategies { get; init; } = [];

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }
}
