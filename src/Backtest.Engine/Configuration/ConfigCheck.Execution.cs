using System.Globalization;

namespace Backtest.Engine;

// Checks how orders fill and what accounts allow.
public sealed partial class ConfigCheck
{
    private void Liquidity(ExecutionConfig execution)
    {
        const string Key = "execution.liquidity";
        if (execution.Liquidity != LiquidityScope.Order && execution.VolumeLimit is null)
        {
            Add("missing_key", Key, execution.Position, "'liquidity' needs volume_limit, which sets the volume to share",
                "Set the share of a bar's volume that orders may take, such as volume_limit: 0.1.");
        }

        if (execution.Liquidity == LiquidityScope.Run && Portfolios().Count() > 1)
        {
            Add("not_supported", Key, execution.Position,
                "portfolios of a run process the data independently, so they cannot share the volume of a bar",
                "Write liquidity: portfolio, or move the strategies into one portfolio.");
        }
    }

    /// <summary>A profile is fixed: with a key that contradicts it, it would be a different profile under the same name.</summary>
    private void Profile()
    {
        ExecutionConfig execution = _config.Execution;
        if (execution.Profile is not { } profile)
            return;
        if (execution.FillsAtClose && !profile.FillsAtClose)
            Contradicts("fill", execution.Position, "close", "next_open");
        if (execution.Path is { } path && path.Type != profile.Path)
            Contradicts("path", path.Position, path.Type, profile.Path);
        if (execution.Matching is { } matching && matching.Type != profile.Matching)
            Contradicts("matching", matching.Position, matching.Type, profile.Matching);

        void Contradicts(string key, SourcePosition position, string found, string has) => Add(
            "contradicting_key", $"execution.{key}", position, $"profile {profile.Name} has {key}: {has}, not {found}",
            $"Remove '{key}', or remove 'profile' and set each key separately.");
    }

    private void Account(PortfolioConfig portfolio, string key)
    {
        AccountConfig account = portfolio.Account;
        if (account is not AccountConfig.Leverage && portfolio.Leverage != 1)
        {
            Add("contradicting_key", $"{key}.leverage", portfolio.Position, "'leverage' applies only to account: leverage, but another account is set",
                "Remove 'leverage' or 'account'.");
        }

        if (account is not AccountConfig.RegT own)
            return;
        Margin("maintenance_long", own.MaintenanceLong);
        Margin("maintenance_short", own.MaintenanceShort);
        if (own.IntradayMargin is { } intraday && (intraday > own.Initial || intraday < own.MaintenanceLong))
        {
            Add("invalid_value", $"{key}.account.intraday_margin", account.Position,
                string.Create(CultureInfo.InvariantCulture, $"an intraday margin of {intraday} is out of range; expected maintenance_long {own.MaintenanceLong} to initial {own.Initial}"),
                "Set it to at least the maintenance margin and at most the initial margin.");
        }

        void Margin(string name, decimal maintenance)
        {
            if (maintenance > own.Initial)
            {
                Add("invalid_value", $"{key}.account.{name}", account.Position,
                    string.Create(CultureInfo.InvariantCulture, $"a maintenance margin of {maintenance} is above the initial one of {own.Initial}"),
                    "Lower it, or raise 'initial'. Otherwise, every entry would get a margin call at its first close.");
            }
        }
    }
}
