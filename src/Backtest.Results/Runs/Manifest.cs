using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>What a run was made of and what came of it, enough to make it again: what <c>manifest.json</c> holds.</summary>
public sealed record Manifest
{
    /// <summary>The version of the form manifests are written in.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    public int SchemaVersion { get; init; } = CurrentVersion;

    /// <summary>The configuration, defaults written out.</summary>
    public required JsonObject Config { get; init; }

    /// <summary>The hash of the configuration, in lower-case hexadecimal.</summary>
    public required string ConfigHash { get; init; }

    /// <summary>The hash of the specification that was asked: the configuration and the content of its plugins, or null if it is not known.</summary>
    public string? Spec { get; init; }

    /// <summary>The folder the relative paths of its configuration start from, or null for what was made in code and names none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Directory { get; init; }

    /// <summary>The currency of all its money.</summary>
    public string? Currency { get; init; }

    /// <summary>The files the bars came from.</summary>
    public required IReadOnlyList<DataFile> Data { get; init; }

    /// <summary>The files signals came from that were replayed, or null if none were.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DataFile>? Signals { get; init; }

    /// <summary>The plugins used.</summary>
    public required IReadOnlyList<RunPlugin> Plugins { get; init; }

    /// <summary>The version of the engine.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>Where all randomness of the run started from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>
    /// The hash of all events of the run, in lower-case hexadecimal: the same for the same run on any machine, or null if none was asked for.
    /// </summary>
    public required string? EventStreamHash { get; init; }

    /// <summary>The hash of each container's events, by the container's path.</summary>
    public required IReadOnlyDictionary<string, string> ContainerHashes { get; init; }

    /// <summary>When the run began, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>Of that, how long it took in which stage, or null if nothing measured it; the rest is its beginning and its end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StageTimes? StageSeconds { get; init; }

    /// <summary>Bars handled.</summary>
    public required long BarsProcessed { get; init; }

    /// <summary>How it ended.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>How many returns a year annual figures were scaled by, of each portfolio and of <c>total</c>.</summary>
    public required IReadOnlyDictionary<string, double> PeriodsPerYear { get; init; }

    /// <summary>The containers that stopped early.</summary>
    public required IReadOnlyList<RunFault> Faults { get; init; }

    /// <summary>What is probably not meant so.</summary>
    public required IReadOnlyList<RunWarning> Warnings { get; init; }

    /// <summary>How far indicators were shared.</summary>
    public required IndicatorSharing Indicators { get; init; }
}
