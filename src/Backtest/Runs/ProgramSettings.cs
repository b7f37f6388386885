using Backtest.Engine;

namespace Backtest;

/// <summary>How a program has something made, where nothing of it changes a figure.</summary>
internal sealed record ProgramSettings
{
    /// <summary>Where it comes from, and its plugins.</summary>
    public required RunSource Source { get; init; }

    /// <summary>The folder results are written to, or null for the one the run names.</summary>
    public string? SavesTo { get; init; }

    /// <summary>How much may go on at once.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Takes what plugins and the engine have to say, or null.</summary>
    public IRunLog? Log { get; init; }

    /// <summary>The same on so many threads.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public ProgramSettings OnThreads(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return this with { Threads = count };
    }

    /// <summary>The folder of the run file: the project, whose ledger counts.</summary>
    public string Project => Path.GetDirectoryName(Path.GetFullPath(Source.File ?? ".")) ?? ".";

    /// <summary>The folder experiments are made in: the one chosen, or <c>experiments</c> beside the folder of runs.</summary>
    public string ExperimentsOf(WorkflowConfig config) => SavesTo
        ?? Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(config.Output.Directory)) ?? "", "experiments");
}
