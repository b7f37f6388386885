using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Actions;

/// <summary>Passes the bars that another reader reads to the check of their corporate actions.</summary>
internal sealed class JudgedBarReader(IBarReader reader, ActionFit fit) : IBarReader
{
    public int Read(BarSeries target, int count)
    {
        int first = target.Count;
        int read = reader.Read(target, count);
        fit.Observe(target, first);
        return read;
    }

    public void Dispose() => reader.Dispose();
}
