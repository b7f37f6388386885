using System.Reflection;
using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Lists what an audit could not check.</summary>
internal static class Unjudged
{
    /// <summary>The limitations of the run itself, whatever was found.</summary>
    public static IEnumerable<string> Of(AuditRuns runs, RunTrace whole, IReadOnlyList<IPluginSource> plugins, IReadOnlyList<long> cuts)
    {
        foreach (ContainerFault fault in whole.Result!.Faults)
        {
            yield return FormattableString.Invariant(
                $"{fault.Container} stopped at {fault.Time:yyyy-MM-dd}: {fault.Message} Nothing after that was checked.");
        }

        foreach (EventStream events in whole.Streams.OfType<EventStream>())
        {
            if (events.Place.Stage is not (TraceStage.Signal or TraceStage.MemberSignal or TraceStage.Regime))
                continue;
            string what = $"{events.Place.Kind.Words} {events.Place.Plugin} in {events.Place.Container}";
            if (events.Events.Count == 0)
                yield return $"{what} decided nothing, so it could only be checked that it decides nothing on other bars either.";
            else if (cuts.Count > 0 && events.Events[0].Time > cuts[^1])
                yield return $"{what} decided nothing before the last bar after which the future was changed.";
        }

        foreach (string access in Outside(runs, plugins))
            yield return access;
        foreach (BarSourceOptions source in runs.Config.Data.Where(source => source.Adjustment != PriceAdjustment.None))
        {
            string actions = source.Adjustment == PriceAdjustment.All ? "splits and dividends" : "splits";
            yield return $"prices of {source.Source} are adjusted for later {actions}, so their levels contain information about the future.";
        }

        foreach (BarSourceOptions.Plugin source in runs.Config.Data.OfType<BarSourceOptions.Plugin>())
        {
            yield return $"the bar source {source.Id} was only read again and with an earlier end; "
                + "what it reads beyond the request cannot be changed.";
        }

        foreach (string failure in runs.Failures.Distinct())
            yield return failure;
    }

    private static IEnumerable<string> Outside(AuditRuns runs, IReadOnlyList<IPluginSource> plugins)
    {
        IReadOnlyList<IPluginSource> all = [runs.Config.Plugins, .. plugins];
        var seen = new Dictionary<Assembly, IReadOnlyList<string>>();
        foreach ((PluginKind kind, string id) in runs.Places.Plugins)
        {
            if (all.Select(source => source.Find(kind, id)).FirstOrDefault(factory => factory is not null)?.GetType().Assembly is not { } assembly)
                continue;
            if (!seen.TryGetValue(assembly, out IReadOnlyList<string>? access))
                seen.Add(assembly, access = OutsideAccess.Of(assembly));
            if (access.Count > 0)
            {
                yield return $"the assembly of {kind.Words} {id}, {assembly.GetName().Name}, {string.Join(", ", access)}: "
                    + "what it reads from there was not changed together with the bars.";
            }
        }
    }
}
