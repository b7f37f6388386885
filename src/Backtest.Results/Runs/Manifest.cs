using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The inputs and the outcome of a run, enough to repeat it: the content of <c>manifest.json</c>.</summary>
public sealed record Manifest
{
    /// <summary>The version of the manifests' format.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    public int SchemaVersion { get; init; } = CurrentVersion;

    /// <summary>The configuration, with defaults filled in.</summary>
    public required JsonObject Config { get; init; }

    /// <summary>The hash of the configuration, in lowercase hexadecimal.</summary>
    public required string ConfigHash { get; init; }

    /// <summary>The hash of the requested specification, which covers the configuration and the content of its plugins, or null if unknown.</summary>
    public string? Spec { get; init; }

    /// <summary>The folder to which the configuration's relative paths refer, or null for a configuration from code without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Directory { get; init; }

    /// <summary>The currency of all its amounts.</summary>
    public string? Currency { get; init; }

    /// <summary>The files the bars came from.</summary>
    public required IReadOnlyList<DataFile> Data { get; init; }

    /// <summary>The files of replayed signals, or null if none were replayed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DataFile>? Signals { get; init; }

    /// <summary>The plugins used.</summary>
    public required IReadOnlyList<RunPlugin> Plugins { get; init; }

    /// <summary>The version of the engine.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The seed of all randomness in the run.</summary>
    public required ulong Seed { get; init; }

    /// <summary>
    /// The hash of all events of the run, in lowercase hexadecimal, which is the same on any machine, or null if it was not requested.
    /// </summary>
    public required string? EventStreamHash { get; init; }

    /// <summary>The hash of each container's events, by the container's path.</summary>
    public required IReadOnlyDictionary<string, string> ContainerHashes { get; init; }

    /// <summary>When the run began, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>How much of that time each stage took, or null if not measured; the rest is setup and completion.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StageTimes? StageSeconds { get; init; }

    /// <summary>The number of bars handled.</summary>
    public required long BarsProcessed { get; init; }

    /// <summary>How it ended.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>The number of returns per year with which annual figures were scaled, for each portfolio and <c>total</c>.</summary>
    public required IReadOnlyDictionary<string, double> PeriodsPerYear { get; init; }

    /// <summary>The containers that stopped early.</summary>
    public required IReadOnlyList<RunFault> Faults { get; init; }

    /// <summary>Settings that are probably unintended.</summary>
    public required IReadOnlyList<RunWarning> Warnings { get; init; }

    /// <summary>The degree to which indicators were shared.</summary>
    public required IndicatorSharing Indicators { get; init; }
}
