using System.Text.Json.Nodes;

namespace Backtest.Results;

/// <summary>What a run folder says of a run that the engine does not know.</summary>
public sealed record RunRecord
{
    /// <summary>The configuration, defaults written out.</summary>
    public required JsonObject Config { get; init; }

    /// <summary>The hash of the configuration, in lower-case hexadecimal; its beginning names the run folder.</summary>
    public required string ConfigHash { get; init; }

    /// <summary>The hash of the specification that was asked, or null if it is not known.</summary>
    public string? Spec { get; init; }

    /// <summary>What the run is compared with, or null.</summary>
    public Benchmark? Benchmark { get; init; }

    /// <summary>The name of the folder, or null for one made of the moment, the run's name and the hash.</summary>
    public string? FolderName { get; init; }

    /// <summary>The plugins used; read when the run has ended, so it may be filled while the tree is built.</summary>
    public IReadOnlyList<RunPlugin> Plugins { get; init; } = [];
}
