using Backtest.Generators.Diagnostics;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>Reports reads whose order relative to the role they read is undecided.</summary>
internal static class OpenReads
{
    public static void Report(ContainerScope scope, IEnumerable<ReadOrder> reads, FlowOrder order)
    {
        var seen = new HashSet<(string, Role)>();
        foreach ((Handler handler, Handler by, Role role) in reads.SelectMany(read => read.Open(order)))
        {
            if (seen.Add((handler.FullName, role)))
            {
                scope.Report(Descriptors.OpenRead, handler.Method, handler.FullName, by.FullName, role.Name,
                    handler.Event.Name, role.Component.Name);
            }
        }
    }
}
