using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary>An item of <c>portfolios</c>: one allocation of capital.</summary>
internal static class PortfolioSection
{
    private static readonly Key<PortfolioConfig, string> Name =
        new("name", Kinds.Name, portfolio => portfolio.Name, "Names the portfolio; unique in the run, and not 'total'.")
        {
            IsRequired = true,
        };

    private static readonly Key<PortfolioConfig, decimal?> Capital = new(
        "capital",
        Kinds.Maybe(Kinds.Decimal(Bounds.Positive)),
        portfolio => portfolio.Capital == 0 ? null : portfolio.Capital,
        "Money to begin with.");

    private static readonly Key<PortfolioConfig, string?> Currency = new(
        "currency",
        Kinds.Text!,
        portfolio => portfolio.Currency,
        "The currency of its money; that of its instruments, or USD where none has one, unless given.");

    // Written only if it is set, so that files without it hash as before.
    private static readonly Key<PortfolioConfig, AccountConfig?> Account = new(
        "account",
        AccountSection.Kind!,
        portfolio => portfolio.Account is AccountConfig.Leverage ? null : portfolio.Account,
        "What the account lets it hold: gross notional up to 'leverage' times its equity, unless given.");

    private static readonly Key<PortfolioConfig, decimal> Leverage = new(
        "leverage",
        Kinds.Decimal(Bounds.Positive),
        portfolio => portfolio.Leverage,
        "The greatest gross notional over equity an entry may fill to; of account: leverage alone.")
    {
        Default = 1,
    };

    private static readonly Key<PortfolioConfig, bool> Insufficient = new(
        "insufficient",
        new ChoiceKind<bool>(("reduce", false), ("reject", true)),
        portfolio => portfolio.RejectsInsufficient,
        "What becomes of an entry beyond what the account bears.");

    private static readonly Key<PortfolioConfig, RiskConfig?> Risk =
        new("risk", RiskSection.Kind!, portfolio => portfolio.Risk == RiskConfig.None ? null : portfolio.Risk, "What sizes and limits.");

    private static readonly Key<PortfolioConfig, IReadOnlyList<StrategyConfig>> Strategies =
        new("strategies", new ListKind<StrategyConfig>(StrategySection.Kind), portfolio => portfolio.Strategies, "What decides.")
        {
            IsRequired = true,
        };

    private static readonly IKey<PortfolioConfig>[] Keys = [Name, Capital, Currency, Account, Leverage, Insufficient, Risk, Strategies];

    /// <summary>The section.</summary>
    public static ValueKind<PortfolioConfig> Kind { get; } = new ObjectKind<PortfolioConfig>(Keys, Build) { Definition = "portfolio" };

    /// <summary>The names of its keys.</summary>
    public static IEnumerable<string> KeyNames => Keys.Select(key => key.Name);

    private static PortfolioConfig Build(MapReader map) => new()
    {
        Name = map.Get(Name),
        Capital = map.Get(Capital) ?? 0,
        Currency = map.Get(Currency),
        Account = map.Get(Account) ?? new AccountConfig.Leverage(),
        Leverage = map.Get(Leverage),
        RejectsInsufficient = map.Get(Insufficient),
        Risk = map.Get(Risk) ?? RiskConfig.None,
        Strategies = map.Get(Strategies),
        Position = map.Position,
    };
}
