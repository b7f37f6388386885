namespace Backtest.Engine;

/// <summary>
/// A margin account by Regulation T (12 CFR 220.12) and FINRA Rule 4210: entries need the initial margin on all that is held, closes the
/// maintenance margin. Margin goes by equity, to which the proceeds of a short add nothing. Below the minimum equity everything is paid in full.
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

    // What was entered on the intraday margin is carried overnight on the initial one.
    public double Maintenance(in MarginTerms held) => NeedsSessionCloses && held.EndsDayOfEntry
        ? _initial * (held.Longs + held.Shorts)
        : (_long * held.Longs) + (_short * held.Shorts);
}
