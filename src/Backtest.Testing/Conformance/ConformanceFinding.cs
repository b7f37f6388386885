namespace Backtest.Testing;

/// <summary>The finding about one law.</summary>
/// <param name="Law">The law's name, kebab-case, such as <c>look-ahead-cut</c>.</param>
/// <param name="Verdict">The result of the examination.</param>
/// <param name="Detail">What was observed: at which bar, what was expected and what was found.</param>
/// <param name="Fix">What to do about it; <see langword="null"/> if nothing.</param>
public sealed record ConformanceFinding(string Law, ConformanceVerdict Verdict, string Detail, string? Fix = null)
{
    /// <summary>Whether the plugin passes: the law holds, or does not apply to it.</summary>
    public bool Passed => Verdict is ConformanceVerdict.Held or ConformanceVerdict.DoesNotApply;

    /// <summary>The finding in readable form, with the fix on its own line.</summary>
    public override string ToString() => $"{Word} {Law}: {Detail}{(Fix is null ? "" : $"\n             {Fix}")}";

    private string Word => Verdict switch
    {
        ConformanceVerdict.Held => "held        ",
        ConformanceVerdict.Broken => "BROKEN      ",
        ConformanceVerdict.DoesNotApply => "no matter   ",
        _ => "not examined",
    };
}
