namespace Backtest.Tests;

/// <summary>A run based on a sample run file.</summary>
/// <param name="Sample">The sample's name.</param>
/// <param name="Changes">The changes to it, as <c>path=value</c>.</param>
internal sealed record SampleSpec(string Sample, IReadOnlyList<string> Changes)
{
    public override string ToString() => $"{Sample} {string.Join(' ', Changes)}";
}
