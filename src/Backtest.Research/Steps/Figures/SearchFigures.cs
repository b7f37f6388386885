using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>The figures of a search step.</summary>
public sealed record SearchFigures
{
    /// <summary>The folder of its experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>The number of trials it ran.</summary>
    public required int Trials { get; init; }

    /// <summary>The total number of trials ever run in its family.</summary>
    public required long FamilyTrials { get; init; }

    /// <summary>The number of the best trial.</summary>
    public required int Best { get; init; }

    /// <summary>The parameters of the best trial.</summary>
    public required JsonObject Parameters { get; init; }

    /// <summary>The name of the objective.</summary>
    public required string Goal { get; init; }

    /// <summary>The objective value of the best trial.</summary>
    public required double Objective { get; init; }
}
