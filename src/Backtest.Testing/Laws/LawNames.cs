namespace Backtest.Testing;

/// <summary>The names of the laws, for reports and for <see cref="ConformanceOptions.Except"/>.</summary>
public static class LawNames
{
    /// <summary>It runs to the end of the bars without throwing, including with flat prices, without volume and on a single bar.</summary>
    public const string Runs = "runs";

    /// <summary>
    /// Its parameters match its schema: defaults are valid, each bound is accepted, and values beyond it, unknown keys and wrong types are refused;
    /// with each bound it can be built and run.
    /// </summary>
    public const string Parameters = "parameters";

    /// <summary>Run twice from a fresh start, in another culture and another time zone, it makes the same decisions.</summary>
    public const string Determinism = "determinism";

    /// <summary>Earlier runs, copies next to it and other instruments change nothing: it keeps no state in statics.</summary>
    public const string Isolation = "isolation";

    /// <summary>Cutting the data after any bar leaves every decision up to it unchanged.</summary>
    public const string CutData = "look-ahead-cut";

    /// <summary>Other bars after any bar leave every decision up to it unchanged.</summary>
    public const string PoisonedFuture = "look-ahead-poison";

    /// <summary>An indicator computed over many bars in one call has the same values as bar by bar, bit for bit.</summary>
    public const string Columns = "columns";

    /// <summary>The size of chunks, the skipping of quiet turns and the number of threads change nothing.</summary>
    public const string Schedule = "schedule";

    /// <summary>
    /// It decides nothing before the first defined value of every indicator it declares, unless it sets <c>CallBeforeReady</c>; a risk manager
    /// answers without throwing even then.
    /// </summary>
    public const string WarmUp = "warm-up";

    /// <summary>Its own indicators are as new after a reset, and each one created is a separate instance.</summary>
    public const string Reset = "reset";

    /// <summary>Once warm it allocates nothing per bar, except on as many bars as the options allow.</summary>
    public const string Allocation = "allocation";

    /// <summary>A bar source asked for one symbol of several returns the bars that symbol has among the others.</summary>
    public const string Symbols = "symbols";

    /// <summary>A bar source asked for some days returns the bars that those days have in the whole.</summary>
    public const string Days = "days";

    /// <summary>Symbols of a bar source that are read alternately have the same bars as when read one after the other.</summary>
    public const string Interleaving = "interleaving";

    /// <summary>
    /// What an execution model declares is true: a slippage model uses only the data it declares, a commission model counts units only if it says
    /// so, an account accepts what it assures, and a matching model skips no bar on which an order fills.
    /// </summary>
    public const string Declarations = "declarations";

    /// <summary>An account that accepts an entry also accepts a smaller one, and requires no more margin for less.</summary>
    public const string SmallerEntries = "smaller-entries";

    /// <summary>A search method created in the middle of a search proposes what the one that began the search would propose.</summary>
    public const string Resumption = "resumption";

    /// <summary>A search method that is not adaptive proposes the same points whatever the results of trials.</summary>
    public const string Losses = "losses";

    /// <summary>Once loaded, run and released, its assembly is unloaded.</summary>
    public const string Unload = "unload";
}
