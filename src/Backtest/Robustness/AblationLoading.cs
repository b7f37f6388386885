using Backtest.Engine;
using Backtest.Research;

namespace Backtest;

/// <summary>Opens runs whose parts are left out, by the name of that in <see cref="Research"/>.</summary>
public static class AblationLoading
{
    extension(Ablation)
    {
        /// <summary>Reads a run file; of a search, the run it varies.</summary>
        /// <param name="path">The file. Relative paths in it start from its folder.</param>
        /// <param name="sets">Values to set after reading, each as <c>path=value</c>; the last one wins.</param>
        /// <exception cref="InputException">The file cannot be read, or is wrong; all that is.</exception>
        public static BacktestAblation Load(string path, params IEnumerable<string> sets) => BacktestAblation.Load(path, sets);

        /// <summary>A run described in C#.</summary>
        /// <param name="config">The run.</param>
        public static BacktestAblation Of(WorkflowConfig config) => BacktestAblation.Of(config);
    }
}
