using System.IO.Hashing;
using System.Text;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>What the containers of a run are told when they start.</summary>
internal sealed record RunStart(ulong Seed, TradingYears Years, IRunLog Log, CancellationToken Cancellation)
{
    /// <summary>The days plugins may learn from; <see langword="null"/>: all.</summary>
    public LearningDays? Learning { get; init; }

    /// <summary>What a plugin is told; its seed depends on the run's and on its place in the tree alone.</summary>
    /// <param name="path">Its place in the tree.</param>
    /// <param name="instrument">The instrument it works on; <see langword="null"/>: it works on several.</param>
    /// <param name="bars">The bars it works on, of several instruments the first's.</param>
    /// <param name="instruments">The instruments it works on, where they are several.</param>
    public StartContext For(string path, Instrument? instrument, BarSeries bars, IReadOnlyList<Instrument>? instruments = null)
    {
        byte[] place = Encoding.UTF8.GetBytes($"{path}/{instrument?.Symbol}");
        return new StartContext(instrument, Log, XxHash3.HashToUInt64(place, (long)Seed), Years.BarsOf(bars), Cancellation)
        {
            Instruments = instruments!,
            Learning = Learning,
        };
    }
}
