namespace Backtest.Engine;

/// <summary>The recorded words for why a signal led to no order.</summary>
internal static class VetoReason
{
    public const string AlreadyIn = "already_in";
    public const string BeforeStart = "before_start";
    public const string BelowLot = "below_lot";
    public const string Fault = "fault";
    public const string InactiveRegime = "inactive_regime";
    public const string NoShort = "no_short";
    public const string NoSessionClose = "no_session_close";
    public const string NothingToAmend = "nothing_to_amend";
    public const string NothingToCancel = "nothing_to_cancel";
    public const string NoPrice = "no_price";
    public const string NotInUniverse = "not_in_universe";
    public const string NotPlaced = "not_placed";
    public const string NothingToExit = "nothing_to_exit";
    public const string NothingToFollow = "nothing_to_follow";
    public const string Observed = "observed";
    public const string OnTarget = "on_target";
    public const string OtherTerms = "other_terms";
    public const string Ruined = "ruined";
    public const string WithinBand = "within_band";
    public const string WrongSide = "wrong_side";
}
