namespace Backtest.Testing;

/// <summary>What was found about one law.</summary>
/// <param name="Law">The law's name, kebab-case, such as <c>look-ahead-cut</c>.</param>
/// <param name="Verdict">What the examination came to.</param>
/// <param name="Detail">What was seen: at which bar, expected and found.</param>
/// <param name="Fix">What to do about it; <see langword="null"/>: nothing.</param>
public sealed record ConformanceFinding(string Law, ConformanceVerdict Verdict, string Detail, string? Fix = null)
{
    /// <summary>Whether nothing stands against the plugin here: the law holds, or says nothing of it.</summary>
    public bool Passed => Verdict is ConformanceVerdict.Held or ConformanceVerdict.DoesNotApply;

    /// <summary>The finding as a person reads it; the fix on a line of its own.</summary>
    public override string ToString() => $"{Word} {Law}: {Detail}{(Fix is null ? "" : $"\n             {Fix}")}";

    private string Word => Verdict switch
    {
        ConformanceVerdict.Held => "held        ",
        ConformanceVerdict.Broken => "BROKEN      ",
        ConformanceVerdict.DoesNotApply => "no matter   ",
        _ => "not examined",
    };
}
