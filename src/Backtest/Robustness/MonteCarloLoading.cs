using Backtest.Engine;
using Backtest.Research;

namespace Backtest;

/// <summary>Opens runs for a Monte Carlo study, through its class in <see cref="Research"/>.</summary>
public static class MonteCarloLoading
{
    extension(MonteCarlo)
    {
        /// <summary>Opens a run folder.</summary>
        /// <param name="folder">The folder of a run, with its tables.</param>
        /// <param name="asked">The settings, or null for those of the run file, or else the defaults.</param>
        /// <exception cref="InputException">It is not the folder of a run, or its configuration cannot be read.</exception>
        public static BacktestMonteCarlo Load(string folder, MonteCarloConfig? asked = null) => BacktestMonteCarlo.Load(folder, asked);

        /// <summary>Opens the folder of a run that was just executed.</summary>
        /// <param name="run">The run, which must have been saved.</param>
        /// <param name="asked">The settings, or null for those of the run file, or else the defaults.</param>
        /// <exception cref="InputException">The run was not saved.</exception>
        public static BacktestMonteCarlo Of(RunResult run, MonteCarloConfig? asked = null) => BacktestMonteCarlo.Load(
            run.Folder ?? throw new InputException(new InputError("no_run", $"'{run.Name}' was not saved, but the analysis needs the run's folder")
            {
                Fix = "Save the run with SaveTo(\"runs\").",
            }),
            asked);
    }
}
