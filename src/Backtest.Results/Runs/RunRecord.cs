using System.Text.Json.Nodes;

namespace Backtest.Results;

/// <summary>Information for a run folder that the engine does not have.</summary>
public sealed record RunRecord
{
    /// <summary>The configuration, with defaults filled in.</summary>
    public required JsonObject Config { get; init; }

    /// <summary>The hash of the configuration, in lowercase hexadecimal; its start is part of the run folder's name.</summary>
    public required string ConfigHash { get; init; }

    /// <summary>The hash of the requested specification, or null if unknown.</summary>
    public string? Spec { get; init; }

    /// <summary>The benchmark of the run, or null.</summary>
    public Benchmark? Benchmark { get; init; }

    /// <summary>The name of the folder, or null for one composed of the time, the run's name and the hash.</summary>
    public string? FolderName { get; init; }

    /// <summary>The plugins used; read when the run has ended, so it may be filled while the tree is built.</summary>
    public IReadOnlyList<RunPlugin> Plugins { get; init; } = [];
}
