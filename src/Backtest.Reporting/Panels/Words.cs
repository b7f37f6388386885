namespace Backtest.Reporting;

/// <summary>Turns names in programs into names for readers.</summary>
internal static class Words
{
    /// <summary>A name in snake case as a heading: <c>max_drawdown</c> becomes Max drawdown.</summary>
    public static string Title(string name) => name.Length == 0 ? name : name == "cagr" ? "CAGR"
        : string.Concat(char.ToUpperInvariant(name[0]).ToString(), name.AsSpan(1)).Replace('_', ' ');
}
