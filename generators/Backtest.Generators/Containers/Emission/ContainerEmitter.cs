using Backtest.Generators.Containers.Model;
using Backtest.Generators.Text;

namespace Backtest.Generators.Containers.Emission;

/// <summary>Generates the wiring of one container factory.</summary>
internal static class ContainerEmitter
{
    private static readonly SourceTemplate File = new("Container");

    /// <summary>The whole file.</summary>
    public static string Emit(ContainerModel model) => File.Render(new
    {
        Model = model,
        Contracts = model.Emitters.Count == 0 ? "" : $" : {string.Join(", ", model.Emitters)}",
        TakesContainer = Takes(model, "_container"),
        TakesSignals = Takes(model, "_signals"),
        TakesPosition = Takes(model, "_position.Position") || Takes(model, "in _position.Position"),
        Given = model.IsPlugin ? $", {model.Vocabulary}ISignals signals, {model.Runtime}PositionCell position" : "",
        Edges = model.Edges.Select(edge => Edge(edge, model)),
        Reads = model.Reads.Select(read => Read(read, model)).ToList(),
        HasQueues = model.Queues.Count > 0,
        HasThreads = model.Emissions.Any(emission => emission.Calls.Any(call => call.Role.IsConcurrent)),
        AtOnce = model.HasErrors ? [] : model.Emissions.GroupBy(emission => emission.Event).SelectMany(same => ConcurrentCalls.Methods(same.First())),
        Entries = model.Entries.Select(entry => new
        {
            entry.EventName,
            entry.IsFrozen,
            Signature = $"{entry.Method}({(entry.IsIn ? "in " : "")}{entry.Event} {entry.Parameter})",
            Lines = entry.Steps.SelectMany(step => Lines(step, entry.Parameter, model)),
        }),
        Emissions = model.Emissions.Select(emission => new
        {
            Signature = $"{emission.Emitter}.{emission.Method}({(emission.IsIn ? "in " : "")}{emission.Event} {emission.Parameter})",
            Lines = Lines(emission, model),
        }),
    });

    private static bool Takes(ContainerModel model, string argument) => model.Entries.SelectMany(entry => entry.Steps)
        .Select(step => step.Call).Concat(model.Emissions.SelectMany(emission => emission.Calls))
        .Concat(model.Queues.SelectMany(queue => queue.Calls)).Any(call => call?.Arguments.Contains(argument) == true);

    private static string Edge(EdgeModel edge, ContainerModel model)
    {
        string[] marks = [.. Marks()];
        string with = marks.Length == 0 ? "" : $" {{ {string.Join(", ", marks)} }}";
        string delay = edge.IsDelayed ? ", IsDelayed: true" : "";
        return $"new {model.Runtime}FlowEdge(\"{edge.From}\", \"{edge.Event}\", \"{edge.To}\", \"{edge.Handler}\"{delay}){with}";

        IEnumerable<string> Marks()
        {
            if (edge.RunsAfterFault)
                yield return "RunsAfterFault = true";
            if (edge.IsConcurrent)
                yield return "IsConcurrent = true";
        }
    }

    private static string Read(ReadModel read, ContainerModel model)
    {
        string fields = string.Concat(read.Fields.Select(field => $", \"{field}\""));
        return $"new {model.Runtime}FlowRead(\"{read.Reader}\", \"{read.Handler}\", \"{read.Role}\", "
            + $"{model.Vocabulary}ReadTime.{read.Time}{fields})";
    }

    private static IEnumerable<string> Lines(StepModel step, string parameter, ContainerModel model) =>
        model.HasErrors ? [] : step.Call is { } call ? Lines(call, parameter) : Lines(step.Queue!);

    private static IEnumerable<string> Lines(EmissionModel emission, ContainerModel model)
    {
        if (model.HasErrors)
            return [];
        IEnumerable<string> calls = ConcurrentCalls.Groups(emission.Calls).SelectMany((group, index) => group[0].Role.IsConcurrent
            ? ConcurrentCalls.Lines(emission, index, group.SelectMany(call => Lines(call, emission.Parameter)))
            : group.SelectMany(call => Lines(call, emission.Parameter)));
        string pass = emission.IsIn ? $"in {emission.Parameter}" : emission.Parameter;
        return emission.Queue.Length == 0 ? calls : calls.Append($"{emission.Queue}.Add({pass}); // heard later");
    }

    private static IEnumerable<string> Lines(QueueModel queue)
    {
        yield return "";
        yield return $"// each {queue.EventName} so far, to those who hear of it now";
        yield return $"foreach (ref readonly {queue.Event} {queue.Parameter} in {queue.Field}.Pending)";
        yield return "{";
        foreach (string line in queue.Calls.SelectMany(call => Lines(call, queue.Parameter)))
            yield return $"    {line}";
        yield return "}";
        yield return "";
        yield return $"{queue.Field}.Clear();";
    }

    private static IEnumerable<string> Lines(CallModel call, string parameter)
    {
        string arguments = string.Join(", ", call.Arguments.Prepend(call.IsIn ? $"in {parameter}" : parameter));
        string emits = Comment(call);
        if (!call.Role.IsCollection)
            return [$"{call.Role.Field}{(call.Role.IsOptional ? "?" : "")}.{call.Handler}({arguments});{emits}"];
        return
        [
            $"foreach ({call.Role.Type} {call.Role.Variable} in {call.Role.Field})",
            $"    {call.Role.Variable}.{call.Handler}({arguments});{emits}",
        ];
    }

    private static string Comment(CallModel call)
    {
        string emits = $"emits {string.Join(", ", call.Emits)}";
        string[] remarks = [.. call.Emits.Count == 0 ? call.Reads : call.Reads.Append(emits)];
        return remarks.Length == 0 ? "" : $" // {string.Join("; ", remarks)}";
    }
}
