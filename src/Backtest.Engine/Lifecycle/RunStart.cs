using System.IO.Hashing;
using System.Text;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>What the containers of a run need when they start.</summary>
internal sealed record RunStart(ulong Seed, TradingYears Years, IRunLog Log, CancellationToken Cancellation)
{
    /// <summary>The days plugins may learn from; <see langword="null"/> for all.</summary>
    public LearningDays? Learning { get; init; }

    /// <summary>The start context of a plugin. Its seed depends only on the run's seed and on the plugin's path in the tree.</summary>
    /// <param name="path">The path in the tree.</param>
    /// <param name="instrument">The instrument it works on; <see langword="null"/> if it works on several.</param>
    /// <param name="bars">The bars it works on; those of the first instrument if it works on several.</param>
    /// <param name="instruments">The instruments it works on, if there are several.</param>
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
