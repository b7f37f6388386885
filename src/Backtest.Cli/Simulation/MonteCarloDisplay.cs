using System.Globalization;
using Backtest.Cli.Output;
using Backtest.Research;
using Spectre.Console;

namespace Backtest.Cli.Simulation;

/// <summary>Shows the number of completed runs on standard error: a bar on a terminal, otherwise a line for each quarter.</summary>
internal sealed class MonteCarloDisplay(TextWriter error, bool isQuiet, bool asJson)
{
    /// <summary>Executes repetitions, and shows their progress.</summary>
    public async Task<T> ShowAsync<T>(string name, Func<IProgress<MonteCarloProgress>?, Task<T>> make)
    {
        if (isQuiet)
            return await make(null);
        if (asJson || !Consoles.ErrorIsTerminal)
            return await make(new Lines(error));
        return await Consoles.Create(error, isTerminal: true).Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn { Width = 20 }, new PercentageColumn())
            .StartAsync(context => make(new Bar(context.AddTask(Markup.Escape($"runs of {name}")))));
    }

    /// <summary>Executes repetitions for a run that is valid without them: a method that is not possible results in a warning.</summary>
    /// <returns>The report, or null if it is not available.</returns>
    public async Task<MonteCarloReport?> TryAsync(Func<MonteCarloDisplay, Task<MonteCarloReport>> make, Action<string> warn)
    {
        try
        {
            return await make(this);
        }
        catch (InputException exception)
        {
            foreach (InputError problem in exception.Errors)
                warn($"{problem.Key ?? "monte_carlo"}: {problem.Message}\n  {problem.Fix}");
            return null;
        }
    }

    private sealed class Bar(ProgressTask task) : IProgress<MonteCarloProgress>
    {
        public void Report(MonteCarloProgress value)
        {
            task.MaxValue = value.Planned;
            task.Value = value.Done;
        }
    }

    private sealed class Lines(TextWriter error) : IProgress<MonteCarloProgress>
    {
        private readonly Lock _lock = new();
        private int _quarters;

        public void Report(MonteCarloProgress value)
        {
            lock (_lock)
            {
                int quarters = 4 * value.Done / value.Planned;
                if (quarters <= _quarters)
                    return;
                _quarters = quarters;
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Done} of {value.Planned} runs"));
            }
        }
    }
}
