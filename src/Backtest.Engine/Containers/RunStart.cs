using System.IO.Hashing;
using System.Text;

namespace Backtest.Engine;

/// <summary>What the containers of a run are told when they start.</summary>
internal sealed record RunStart(ulong Seed, double PeriodsPerYear, IRunLog Log, CancellationToken Cancellation)
{
    /// <summary>What a plugin is told; its seed depends on the run's and on its place in the tree alone.</summary>
    public StartContext For(string path, Instrument? instrument)
    {
        byte[] place = Encoding.UTF8.GetBytes($"{path}/{instrument?.Symbol}");
        return new StartContext(instrument, Log, XxHash3.HashToUInt64(place, (long)Seed), PeriodsPerYear, Cancellation);
    }
}
