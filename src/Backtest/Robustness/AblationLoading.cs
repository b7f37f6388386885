using Backtest.Engine;
using Backtest.Research;

namespace Backtest;

/// <summary>Opens runs to execute without each of their parts, through the class in <see cref="Research"/>.</summary>
public static class AblationLoading
{
    extension(Ablation)
    {
        /// <summary>Reads a run file; for a search, the run it varies.</summary>
        /// <param name="path">The file. Relative paths in it start from its folder.</param>
        /// <param name="sets">Values to set after reading, each as <c>path=value</c>; the last one wins.</param>
        /// <exception cref="InputException">The file cannot be read, or is invalid; every error is listed.</exception>
        public static BacktestAblation Load(string path, params IEnumerable<string> sets) => BacktestAblation.Load(path, sets);

        /// <summary>A run described in C#.</summary>
        /// <param name="config">The run.</param>
        public static BacktestAblation Of(WorkflowConfig config) => BacktestAblation.Of(config);
    }
}
