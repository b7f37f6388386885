namespace Backtest.Engine;

/// <summary>Why a signal led to no order, in the words that are recorded.</summary>
internal static class VetoReason
{
    public const string AlreadyIn = "already_in";
    public const string BeforeStart = "before_start";
    public const string BelowLot = "below_lot";
    public const string Fault = "fault";
    public const string InactiveRegime = "inactive_regime";
    public const string NoShort = "no_short";
    public const string NoSessionClose = "no_session_close";
    public const string NotInUniverse = "not_in_universe";
    public const string NotPlaced = "not_placed";
    public const string NothingToExit = "nothing_to_exit";
    public const string Observed = "observed";
    public const string Ruined = "ruined";
}
