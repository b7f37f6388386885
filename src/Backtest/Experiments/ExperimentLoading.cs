using Backtest.Research;

namespace Backtest;

/// <summary>Opens experiments through their class in <see cref="Research"/>.</summary>
public static class ExperimentLoading
{
    extension(Experiment)
    {
        /// <summary>Reads a run file whose workflow is a sweep.</summary>
        /// <param name="path">The file. Relative paths in it start from its folder.</param>
        /// <param name="sets">Values to set after reading, each as <c>path=value</c>; the last one wins.</param>
        /// <exception cref="InputException">The file cannot be read, has no search, or is invalid.</exception>
        public static BacktestExperiment Load(string path, params IEnumerable<string> sets) => BacktestExperiment.Load(path, sets);
    }
}
