using Backtest.Engine;

namespace Backtest;

/// <summary>Execution settings of a program, none of which changes a figure.</summary>
internal sealed record ProgramSettings
{
    /// <summary>The source of the run or experiment, with its plugins.</summary>
    public required RunSource Source { get; init; }

    /// <summary>The folder results are written to, or null for the one the run names.</summary>
    public string? SavesTo { get; init; }

    /// <summary>How many runs or containers may execute at once.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Receives the messages of plugins and the engine, or null.</summary>
    public IRunLog? Log { get; init; }

    /// <summary>The same on a number of threads.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public ProgramSettings OnThreads(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return this with { Threads = count };
    }

    /// <summary>The folder of the run file: the project, whose ledger counts.</summary>
    public string Project => Path.GetDirectoryName(Path.GetFullPath(Source.File ?? ".")) ?? ".";

    /// <summary>The folder experiments are created in: the one chosen, or <c>experiments</c> next to the folder of runs.</summary>
    public string ExperimentsOf(WorkflowConfig config) => SavesTo
        ?? Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(config.Output.Directory)) ?? "", "experiments");
}
