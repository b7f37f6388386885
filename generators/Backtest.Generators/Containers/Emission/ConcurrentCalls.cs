using Backtest.Generators.Containers.Model;

namespace Backtest.Generators.Containers.Emission;

/// <summary>Generates calls of concurrent roles.</summary>
internal static class ConcurrentCalls
{
    /// <summary>
    /// The calls in the same order, in groups of concurrent and other calls. A call that reads another role begins a new group, and so waits for it.
    /// </summary>
    public static IReadOnlyList<List<CallModel>> Groups(IEnumerable<CallModel> calls)
    {
        var groups = new List<List<CallModel>>();
        foreach (CallModel call in calls)
        {
            if (groups.Count == 0 || call.Reads.Count > 0 || groups[groups.Count - 1][0].Role.IsConcurrent != call.Role.IsConcurrent)
                groups.Add([]);
            groups[groups.Count - 1].Add(call);
        }

        return groups;
    }

    /// <summary>The calls of a group: in order on one thread, or concurrently on several.</summary>
    public static IEnumerable<string> Lines(EmissionModel emission, int group, IEnumerable<string> inOrder)
    {
        yield return "if (Threads > 1)";
        yield return "{";
        yield return $"    {Name(emission, group)}({emission.Parameter});";
        yield return "}";
        yield return "else";
        yield return "{";
        foreach (string line in inOrder)
            yield return $"    {line}";
        yield return "}";
    }

    /// <summary>The methods that make the concurrent calls of an emission.</summary>
    public static IEnumerable<IEnumerable<string>> Methods(EmissionModel emission) =>
        Groups(emission.Calls).Select((group, index) => (group, index)).Where(pair => pair.group[0].Role.IsConcurrent)
            .Select(pair => Method(emission, pair.index, pair.group));

    private static IEnumerable<string> Method(EmissionModel emission, int index, List<CallModel> calls)
    {
        yield return $"private void {Name(emission, index)}({emission.Event} {emission.Parameter})";
        yield return "{";
        yield return "    var options = new ParallelOptions { MaxDegreeOfParallelism = Threads };";
        yield return $"    Parallel.For(0, {string.Join(" + ", calls.Select(call => $"{call.Role.Field}.Length"))}, options, index =>";
        yield return "    {";
        foreach (CallModel call in calls.Take(calls.Count - 1))
        {
            yield return $"        if (index < {call.Role.Field}.Length)";
            yield return "        {";
            yield return $"            {Call(call, emission)}";
            yield return "            return;";
            yield return "        }";
            yield return "";
            yield return $"        index -= {call.Role.Field}.Length;";
        }

        yield return $"        {Call(calls[calls.Count - 1], emission)}";
        yield return "    });";
        yield return "}";
    }

    private static string Call(CallModel call, EmissionModel emission)
    {
        string arguments = string.Join(", ", call.Arguments.Prepend(call.IsIn ? $"in {emission.Parameter}" : emission.Parameter));
        return $"{call.Role.Field}[index].{call.Handler}({arguments});";
    }

    private static string Name(EmissionModel emission, int group)
    {
        string @event = emission.Event.Substring(emission.Event.LastIndexOf('.') + 1);
        return $"Take{@event}AtOnce{(group == 0 ? "" : $"{group + 1}")}";
    }
}
