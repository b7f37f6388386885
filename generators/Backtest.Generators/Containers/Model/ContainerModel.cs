using Backtest.Generators.Model;

namespace Backtest.Generators.Containers.Model;

/// <summary>All that the wiring written into one container factory depends on.</summary>
internal sealed record ContainerModel
{
    /// <summary>Empty for the global namespace.</summary>
    public required string Namespace { get; init; }

    public required string Factory { get; init; }

    public required string HintName { get; init; }

    /// <summary>The container's type as generated source names it.</summary>
    public required string Container { get; init; }

    public required string ContainerName { get; init; }

    /// <summary>Whether the factory is a plugin: then the wiring is given the host's signals and position.</summary>
    public required bool IsPlugin { get; init; }

    /// <summary>How generated source names the vocabulary: empty where a using does, else a full namespace with its dot.</summary>
    public required string Vocabulary { get; init; }

    /// <summary>How generated source names the ABI: empty where a using does, else a full namespace with its dot.</summary>
    public required string Runtime { get; init; }

    /// <summary>The roles, in the order of the turn.</summary>
    public required EquatableArray<RoleModel> Roles { get; init; }

    /// <summary>The emitters the wiring implements.</summary>
    public required EquatableArray<string> Emitters { get; init; }

    /// <summary>What comes in from outside, in the order of stages.</summary>
    public required EquatableArray<EntryModel> Entries { get; init; }

    /// <summary>What roles emit.</summary>
    public required EquatableArray<EmissionModel> Emissions { get; init; }

    /// <summary>The events some handlers hear later.</summary>
    public required EquatableArray<QueueModel> Queues { get; init; }

    /// <summary>The flow, in the order of the turn.</summary>
    public required EquatableArray<EdgeModel> Edges { get; init; }

    /// <summary>What roles read of each other, in the order of the turn.</summary>
    public required EquatableArray<ReadModel> Reads { get; init; }

    /// <summary>Whether there are errors: then the members are written without calls, so that code that uses them still binds.</summary>
    public required bool HasErrors { get; init; }
}
