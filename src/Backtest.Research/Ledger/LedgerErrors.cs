namespace Backtest.Research;

/// <summary>Errors about a ledger, with how to fix them.</summary>
internal static class LedgerErrors
{
    public static InputException Of(string code, string message, string fix) => new(new InputError(code, message) { Fix = fix });

    public static InputException Newer(string location, string script) => Of(
        "ledger_newer",
        $"the ledger {location} was written by a newer release: this one does not recognize its '{script}'.",
        "Use that release or a newer one, or use another ledger.");

    public static InputException NoExperiment(string experiment) => Of(
        "ledger_no_experiment",
        $"the ledger has no experiment '{experiment}'.",
        "List its experiments, or start the experiment.");

    public static InputException OtherKey(string experiment, int number) => Of(
        "ledger_other_key",
        $"trial {number} of experiment '{experiment}' is stored with another key.",
        "The search, its data or the engine changed. Start it as a new experiment.");

    public static InputException Ambiguous(string text, IEnumerable<string> ids) => Of(
        "ledger_ambiguous",
        $"several experiments begin with '{text}': {string.Join(", ", ids)}.",
        "Write more of the id.");
}
