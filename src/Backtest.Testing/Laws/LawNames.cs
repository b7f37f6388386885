namespace Backtest.Testing;

/// <summary>The names of the laws, for reports and for <see cref="ConformanceOptions.Except"/>.</summary>
public static class LawNames
{
    /// <summary>It runs to the end of the bars, flat prices, no volume and a single bar included, without throwing.</summary>
    public const string Runs = "runs";

    /// <summary>
    /// Its parameters are what its schema says: defaults are valid, each bound is taken and what lies beyond refused, and so are unknown keys
    /// and wrong types; with each bound it can be built and run.
    /// </summary>
    public const string Parameters = "parameters";

    /// <summary>Run twice from a fresh start, in another culture and another time zone, it decides the same.</summary>
    public const string Determinism = "determinism";

    /// <summary>Runs before it, copies beside it and other instruments change nothing: it keeps no state in statics.</summary>
    public const string Isolation = "isolation";

    /// <summary>Cutting the data after any bar leaves every decision up to it unchanged.</summary>
    public const string CutData = "look-ahead-cut";

    /// <summary>Other bars after any bar leave every decision up to it unchanged.</summary>
    public const string PoisonedFuture = "look-ahead-poison";

    /// <summary>An indicator computed many bars in one call is what it is bar by bar, bit for bit.</summary>
    public const string Columns = "columns";

    /// <summary>Chunks of any size, quiet turns passed over and threads in any number change nothing.</summary>
    public const string Schedule = "schedule";

    /// <summary>
    /// It decides nothing before the first defined value of every indicator it declares, unless it asks for that with <c>CallBeforeReady</c>; a
    /// risk manager answers without throwing even then.
    /// </summary>
    public const string WarmUp = "warm-up";

    /// <summary>Its own indicators are as new after a reset, and each one made is an instance of its own.</summary>
    public const string Reset = "reset";

    /// <summary>Once warm it allocates nothing per bar; now and then, on as many bars as the options say, it may.</summary>
    public const string Allocation = "allocation";

    /// <summary>A bar source asked for one symbol of several gives the bars that symbol has among the others.</summary>
    public const string Symbols = "symbols";

    /// <summary>A bar source asked for some days gives the bars that those days have in the whole.</summary>
    public const string Days = "days";

    /// <summary>Symbols of a bar source that are read in turn have the bars they have one after the other.</summary>
    public const string Interleaving = "interleaving";

    /// <summary>
    /// What a model of execution declares is so: a slippage model goes by no data it does not need, a commission model counts units only where it
    /// says so, an account bears what it assures, and a matching names no bar too late.
    /// </summary>
    public const string Declarations = "declarations";

    /// <summary>An account that bears an entry bears a smaller one, and asks for no more margin on less.</summary>
    public const string SmallerEntries = "smaller-entries";

    /// <summary>A search method made anew in the midst of a search proposes what the one that began it would.</summary>
    public const string Resumption = "resumption";

    /// <summary>A search method that is not adaptive proposes the same however trials did.</summary>
    public const string Losses = "losses";

    /// <summary>Loaded, run and dropped, its assembly is gone.</summary>
    public const string Unload = "unload";
}
