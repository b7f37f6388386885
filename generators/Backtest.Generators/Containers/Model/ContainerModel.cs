using Backtest.Generators.Model;

namespace Backtest.Generators.Containers.Model;

/// <summary>Everything that the wiring generated for one container factory depends on.</summary>
internal sealed record ContainerModel
{
    /// <summary>The namespace; empty for the global namespace.</summary>
    public required string Namespace { get; init; }

    public required string Factory { get; init; }

    public required string HintName { get; init; }

    /// <summary>The container's type, as generated source names it.</summary>
    public required string Container { get; init; }

    public required string ContainerName { get; init; }

    /// <summary>Whether the factory is a plugin, in which case the wiring receives the host's signals and position.</summary>
    public required bool IsPlugin { get; init; }

    /// <summary>
    /// The prefix of names of the vocabulary in generated source: empty if a using directive covers it, otherwise a full namespace with its dot.
    /// </summary>
    public required string Vocabulary { get; init; }

    /// <summary>
    /// The prefix of names of the ABI in generated source: empty if a using directive covers it, otherwise a full namespace with its dot.
    /// </summary>
    public required string Runtime { get; init; }

    /// <summary>The roles, in the order of the turn.</summary>
    public required EquatableArray<RoleModel> Roles { get; init; }

    /// <summary>The emitters the wiring implements.</summary>
    public required EquatableArray<string> Emitters { get; init; }

    /// <summary>The events that come in from outside, in the order of stages.</summary>
    public required EquatableArray<EntryModel> Entries { get; init; }

    /// <summary>The emitter methods of the roles.</summary>
    public required EquatableArray<EmissionModel> Emissions { get; init; }

    /// <summary>The queues of events that some handlers receive later.</summary>
    public required EquatableArray<QueueModel> Queues { get; init; }

    /// <summary>The flow, in the order of the turn.</summary>
    public required EquatableArray<EdgeModel> Edges { get; init; }

    /// <summary>The reads between roles, in the order of the turn.</summary>
    public required EquatableArray<ReadModel> Reads { get; init; }

    /// <summary>Whether there are errors, in which case the members are generated without calls, so that code that uses them still binds.</summary>
    public required bool HasErrors { get; init; }
}
