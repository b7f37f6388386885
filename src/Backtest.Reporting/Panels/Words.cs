namespace Backtest.Reporting;

/// <summary>Names of programs as readers have them.</summary>
internal static class Words
{
    /// <summary>A name in snake case as a heading: <c>max_drawdown</c> is Max drawdown.</summary>
    public static string Title(string name) => name.Length == 0 ? name : name == "cagr" ? "CAGR"
        : string.Concat(char.ToUpperInvariant(name[0]).ToString(), name.AsSpan(1)).Replace('_', ' ');
}
