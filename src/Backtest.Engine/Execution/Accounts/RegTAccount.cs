namespace Backtest.Engine;

/// <summary>
/// A margin account under Regulation T (12 CFR 220.12) and FINRA Rule 4210: entries need the initial margin on all holdings, closes the maintenance
/// margin. Margin is compared with equity, to which the proceeds of a short add nothing. Below the minimum equity, all holdings must be paid in full.
/// </summary>
internal sealed class RegTAccount(AccountConfig.RegT config) : IAccount
{
    private readonly double _initial = (double)config.Initial;
    private readonly double _long = (double)config.MaintenanceLong;
    private readonly double _short = (double)config.MaintenanceShort;
    private readonly decimal _entry = config.IntradayMargin ?? config.Initial;

    public bool HasMaintenance => true;

    public bool NeedsSessionCloses => config.IntradayMargin is not null;

    public bool Bears(in AccountState after) => after.Equity >= config.Minimum
        ? after.Gross * _entry <= after.Equity
        : after.Shorts == 0 && after.Cash >= 0;

    // Positions entered on the intraday margin need the initial margin to be carried overnight.
    public double Maintenance(in MarginTerms held) => NeedsSessionCloses && held.EndsDayOfEntry
        ? _initial * (held.Longs + held.Shorts)
        : (_long * held.Longs) + (_short * held.Shorts);
}
