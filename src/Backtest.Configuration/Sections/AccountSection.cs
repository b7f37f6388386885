using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>account</c>: what an account lets a portfolio hold.</summary>
internal static class AccountSection
{
    private static readonly Key<AccountConfig, decimal> Initial = new(
        "initial",
        Kinds.Decimal(Bounds.PositiveUpTo(1)),
        account => RegT(account).Initial,
        "The margin an entry needs, as a fraction of the market value of everything held after it.")
    {
        Default = new AccountConfig.RegT().Initial,
    };

    private static readonly Key<AccountConfig, decimal> MaintenanceLong = new(
        "maintenance_long",
        Kinds.Decimal(Bounds.PositiveUpTo(1)),
        account => RegT(account).MaintenanceLong,
        "The margin long positions need at a close, as a fraction of their market value.")
    {
        Default = new AccountConfig.RegT().MaintenanceLong,
    };

    private static readonly Key<AccountConfig, decimal> MaintenanceShort = new(
        "maintenance_short",
        Kinds.Decimal(Bounds.PositiveUpTo(1)),
        account => RegT(account).MaintenanceShort,
        "The margin short positions need at a close, as a fraction of their market value.")
    {
        Default = new AccountConfig.RegT().MaintenanceShort,
    };

    private static readonly Key<AccountConfig, decimal> Minimum = new(
        "minimum",
        Kinds.Decimal(Bounds.NotNegative),
        account => RegT(account).Minimum,
        "The equity below which everything must be paid in full, in money.")
    {
        Default = new AccountConfig.RegT().Minimum,
    };

    private static readonly Key<AccountConfig, decimal?> IntradayMargin = new(
        "intraday_margin",
        Kinds.Maybe(Kinds.Decimal(Bounds.PositiveUpTo(1))),
        account => RegT(account).IntradayMargin,
        "The margin an entry needs within the day, instead of 'initial', which everything held needs at the close of that day.");

    private static readonly Key<AccountConfig, decimal> Value = new(
        "value",
        Kinds.Decimal(Bounds.PositiveUpTo(1)),
        account => ((AccountConfig.PortfolioPercent)account).Value,
        "The margin needed at entries and at closes, as a fraction of the market value of everything held.")
    {
        Default = 0.15m,
    };

    private static readonly Key<AccountConfig, decimal> PercentMinimum = new(
        "minimum",
        Kinds.Decimal(Bounds.NotNegative),
        account => ((AccountConfig.PortfolioPercent)account).Minimum,
        "The equity below which everything must be paid in full, in money.");

    private static readonly Key<AccountConfig, string> Id =
        new("type", Kinds.Text, account => ((AccountConfig.Plugin)account).Model.Type, "The id of an account plugin.") { IsRequired = true };

    private static readonly Key<AccountConfig, ParameterMap?> Parameters = new(
        "parameters",
        new ParametersKind()!,
        account => ((AccountConfig.Plugin)account).Model.Parameters is { Entries.Count: > 0 } parameters ? parameters : null,
        "The parameters of the plugin.");

    /// <summary>The section.</summary>
    public static ValueKind<AccountConfig> Kind { get; } = new UnionKind<AccountConfig>(
        new UnionCase<AccountConfig>(
            "leverage", account => account is AccountConfig.Leverage, [], map => new AccountConfig.Leverage { Position = map.Position }),
        new UnionCase<AccountConfig>("cash", account => account is AccountConfig.Cash, [], map => new AccountConfig.Cash { Position = map.Position }),
        new UnionCase<AccountConfig>(
            "reg_t",
            account => account is AccountConfig.RegT,
            [Initial, MaintenanceLong, MaintenanceShort, Minimum, IntradayMargin],
            map => new AccountConfig.RegT
            {
                Initial = map.Get(Initial),
                MaintenanceLong = map.Get(MaintenanceLong),
                MaintenanceShort = map.Get(MaintenanceShort),
                Minimum = map.Get(Minimum),
                IntradayMargin = map.Get(IntradayMargin),
                Position = map.Position,
            }),
        new UnionCase<AccountConfig>(
            "portfolio_percent",
            account => account is AccountConfig.PortfolioPercent,
            [Value, PercentMinimum],
            map => new AccountConfig.PortfolioPercent(map.Get(Value), map.Get(PercentMinimum)) { Position = map.Position }),
        new UnionCase<AccountConfig>(
            "an account plugin",
            account => account is AccountConfig.Plugin,
            [Parameters],
            map => new AccountConfig.Plugin(SlippageSection.ModelOf(map, map.Get(Id), map.Get(Parameters))) { Position = map.Position })
        {
            Plugin = Id,
            PluginKind = PluginKind.Account,
        });

    private static AccountConfig.RegT RegT(AccountConfig account) => (AccountConfig.RegT)account;
}
