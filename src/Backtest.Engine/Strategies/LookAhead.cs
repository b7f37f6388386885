using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Knows until when the nodes of a strategy without state have nothing to say, as long as what each holds stays the same
/// ([why so](../../../docs/decisions/0019-strategies-asked-ahead.md)).
/// </summary>
/// <param name="nodes">The nodes, by the index of their instruments.</param>
/// <param name="positions">What each holds; <see langword="null"/>: nothing they say depends on it.</param>
[PartOf<StrategyGroup>]
internal sealed class LookAhead(StrategyNode?[] nodes, PositionCell?[]? positions)
{
    private const int Unknown = -1;

    private readonly State[] _states = Enumerable.Repeat(new State(Unknown, false, 0), nodes.Length).ToArray();

    /// <summary>Whether nothing they say depends on what is held.</summary>
    public bool IsPure => positions is null;

    /// <summary>Whether it is known that a node has nothing to say at a row.</summary>
    public bool IsQuiet(int instrument, int row)
    {
        ref readonly State state = ref _states[instrument];
        return row < state.QuietTo && state.Version == Version(instrument);
    }

    /// <summary>The first row at which a node has to be called; the end of the rows: it is called at none of them.</summary>
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

    /// <summary>Forgets what is known of a node, which goes by something else from now on.</summary>
    public void Forget(int instrument) => _states[instrument] = new State(Unknown, false, 0);

    /// <summary>Forgets the rows of the chunk.</summary>
    public void EndChunk() => Array.Fill(_states, new State(Unknown, false, 0));

    private int Version(int instrument) => positions?[instrument]!.Version ?? 0;

    /// <summary>What is known of a node.</summary>
    /// <param name="QuietTo">The first row of which it is not known that the node has nothing to say.</param>
    /// <param name="Calls">Whether it is known that it has something to say there.</param>
    /// <param name="Version">Of the position this goes by.</param>
    private readonly record struct State(int QuietTo, bool Calls, int Version);
}
