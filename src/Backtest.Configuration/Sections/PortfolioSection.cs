using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary>An item of <c>portfolios</c>: one allocation of capital.</summary>
internal static class PortfolioSection
{
    private static readonly Key<PortfolioConfig, string> Name =
        new("name", Kinds.Name, portfolio => portfolio.Name, "The portfolio's name, unique in the run and not 'total'.")
        {
            IsRequired = true,
        };

    private static readonly Key<PortfolioConfig, decimal?> Capital = new(
        "capital",
        Kinds.Maybe(Kinds.Decimal(Bounds.Positive)),
        portfolio => portfolio.Capital == 0 ? null : portfolio.Capital,
        "The money it starts with.");

    private static readonly Key<PortfolioConfig, string?> Currency = new(
        "currency",
        Kinds.Text!,
        portfolio => portfolio.Currency,
        "The currency of its money. Default: that of its instruments, or USD if none of them has one.");

    // Written only if it is set, so that files without it hash as before.
    private static readonly Key<PortfolioConfig, AccountConfig?> Account = new(
        "account",
        AccountSection.Kind!,
        portfolio => portfolio.Account is AccountConfig.Leverage ? null : portfolio.Account,
        "How much the account lets it hold. Default: gross notional up to 'leverage' times its equity.");

    private static readonly Key<PortfolioConfig, decimal> Leverage = new(
        "leverage",
        Kinds.Decimal(Bounds.Positive),
        portfolio => portfolio.Leverage,
        "The highest ratio of gross notional to equity that an entry may reach. Only for account: leverage.")
    {
        Default = 1,
    };

    private static readonly Key<PortfolioConfig, bool> Insufficient = new(
        "insufficient",
        new ChoiceKind<bool>(("reduce", false), ("reject", true)),
        portfolio => portfolio.RejectsInsufficient,
        "What happens to an entry that is larger than the account allows.");

    private static readonly Key<PortfolioConfig, RiskConfig?> Risk =
        new("risk", RiskSection.Kind!, portfolio => portfolio.Risk == RiskConfig.None ? null : portfolio.Risk, "The risk manager, which sets sizes and limits.");

    private static readonly Key<PortfolioConfig, IReadOnlyList<StrategyConfig>> Strategies =
        new("strategies", new ListKind<StrategyConfig>(StrategySection.Kind), portfolio => portfolio.Strategies, "The strategies that decide.")
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
