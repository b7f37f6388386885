using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Knows the rows at which the nodes of a stateless strategy need not be called, as long as their positions do not change
/// ([why](../../../docs/decisions/0019-strategies-asked-ahead.md)).
/// </summary>
/// <param name="nodes">The nodes, by the index of their instruments.</param>
/// <param name="positions">The positions of the nodes; <see langword="null"/> if their decisions do not depend on positions.</param>
[PartOf<StrategyGroup>]
internal sealed class LookAhead(StrategyNode?[] nodes, PositionCell?[]? positions)
{
    private const int Unknown = -1;

    private readonly State[] _states = Enumerable.Repeat(new State(Unknown, false, 0), nodes.Length).ToArray();

    /// <summary>Whether the decisions do not depend on positions.</summary>
    public bool IsPure => positions is null;

    /// <summary>Whether it is known that a node need not be called at a row.</summary>
    public bool IsQuiet(int instrument, int row)
    {
        ref readonly State state = ref _states[instrument];
        return row < state.QuietTo && state.Version == Version(instrument);
    }

    /// <summary>The first row at which a node must be called; the end of the rows if there is none.</summary>
    public int Next(int instrument, int from, int to)
    {
        ref State state = ref _states[instrument];
        int version = Version(instrument);
        bool isKnown = from <= state.QuietTo && version == state.Version;
        if (isKnown && (state.Calls || to <= state.QuietTo))
            return Math.Min(state.QuietTo, to);
        int next = from == to ? from : nodes[instrument]!.Next(isKnown ? state.QuietTo : from, to, marks: !IsPure);
        state = new State(next, next < to, version);
        return next;
    }

    /// <summary>Discards what is known of a node whose parameters have changed.</summary>
    public void Forget(int instrument) => _states[instrument] = new State(Unknown, false, 0);

    /// <summary>Discards the rows of the chunk.</summary>
    public void EndChunk() => Array.Fill(_states, new State(Unknown, false, 0));

    private int Version(int instrument) => positions?[instrument]!.Version ?? 0;

    /// <summary>The state of knowledge of a node.</summary>
    /// <param name="QuietTo">The first row at which it is not known that the node need not be called.</param>
    /// <param name="Calls">Whether it is known that the node must be called there.</param>
    /// <param name="Version">The version of the position on which this is based.</param>
    private readonly record struct State(int QuietTo, bool Calls, int Version);
}
