namespace Backtest.Fixtures.Leaks;

/// <summary>Follows its strategies in the way it is told.</summary>
[Container("leaky", Description = "Follows its strategies, unless told to look ahead or to count.")]
[ContainerFactory(typeof(FollowContainer))]
public sealed partial class LeakyContainer
{
    /// <summary>How it follows them.</summary>
    [Parameter(Description = "What it does.")]
    public Following Following { get; init; }

    /// <summary>Builds the container of one instrument.</summary>
    public FollowContainer Create(ContainerParts parts) => new(parts.Members, new Follower(parts.Members.Count, Following));
}

/// <summary>How a container follows its strategies.</summary>
public enum Following
{
    /// <summary>As they signal.</summary>
    Honest,

    /// <summary>Only if the next close is higher.</summary>
    Peeking,

    /// <summary>With a strength from a count that outlives the run.</summary>
    Counting,
}

/// <summary>Strategies and their follower.</summary>
public sealed class FollowContainer(MemberStrategies members, Follower follower)
{
    /// <summary>The strategies.</summary>
    [Role]
    public MemberStrategies Members { get; } = members;

    /// <summary>The follower.</summary>
    [Role]
    public Follower Follower { get; } = follower;
}

/// <summary>Follows strategies by their votes.</summary>
public sealed class Follower(int members, Following following)
{
    private static int s_entries;
    private readonly int[] _votes = new int[members];

    /// <summary>Records a vote.</summary>
    public void OnSignal(in SignalEvent signal) => _votes[signal.StrategyIndex] = signal.Action == SignalAction.Enter ? 1 : -1;

    /// <summary>Decides.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        int net = _votes.Sum();
        Array.Clear(_votes);
        bool enters = position.IsFlat && net > 0 && (following != Following.Peeking || Future.Rises(bar, Look.NextClose));
        if (enters)
            signals.Enter(Direction.Long, new EntryTerms { Strength = following == Following.Counting ? (1 + (++s_entries % 997)) / 1000.0 : 1 });
        else if (position.IsLong && net < 0)
            signals.Exit();
    }
}
