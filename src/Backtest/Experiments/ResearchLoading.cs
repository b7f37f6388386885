using Backtest.Research;

namespace Backtest;

/// <summary>Opens research workflows through their class in <see cref="Research"/>.</summary>
public static class ResearchLoading
{
    extension(ResearchRun)
    {
        /// <summary>Reads a run file whose workflow is research.</summary>
        /// <param name="path">The file. Relative paths in it start from its folder.</param>
        /// <param name="sets">Values to set after reading, each as <c>path=value</c>; the last one wins.</param>
        /// <exception cref="InputException">The file cannot be read, has no steps, or is invalid.</exception>
        public static BacktestResearch Load(string path, params IEnumerable<string> sets) => BacktestResearch.Load(path, sets);
    }
}
