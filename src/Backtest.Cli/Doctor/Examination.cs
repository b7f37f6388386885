using System.Globalization;
using System.Runtime.CompilerServices;
using Backtest.Cli.Composition;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Hosting;

namespace Backtest.Cli.Doctor;

/// <summary>Checks what must hold for an installation, with synthetic bars and the real coordinator.</summary>
internal sealed class Examination(PluginCatalog catalog, PluginLoader loader, PluginLocks locks)
{
    private readonly WorkflowManagerFactory _managers =
        new(new BarSources(), new FaultyPlugins(new InstalledPlugins(catalog, loader, locks)));

    /// <summary>Performs the checks, one after another. A check that throws has failed.</summary>
    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        (string Name, Func<CancellationToken, Task<Finding>> Check)[] checks =
        [
            ("plugins", _ => Task.FromResult(CheckPlugins())),
            ("tree", token => Task.FromResult(CheckTree(token))),
            ("order of events", CheckOrderAsync),
            ("isolation", CheckIsolationAsync),
            ("sharing", CheckSharingAsync),
            ("repeatability", CheckRepeatabilityAsync),
        ];
        foreach ((string name, Func<CancellationToken, Task<Finding>> check) in checks)
            yield return await AttemptAsync(name, check, cancellation);
    }

    private static async Task<Finding> AttemptAsync(
        string name, Func<CancellationToken, Task<Finding>> check, CancellationToken cancellation)
    {
        try
        {
            return await check(cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return new Finding(name, false, exception.Message.ReplaceLineEndings(" "));
        }
    }

    private Finding CheckPlugins()
    {
        List<string> problems = [.. catalog.Packages.SelectMany(package => package.Problems).Select(problem => problem.ToString())];
        PluginChoice[] usable = [.. catalog.Plugins.Where(choice => choice.Package.Problems.Count == 0)];
        foreach (PluginChoice choice in usable)
        {
            try
            {
                loader.Load(choice);
            }
            catch (InputException exception)
            {
                problems.Add(exception.Message);
            }
        }

        return problems.Count == 0
            ? new Finding("plugins", usable.Length > 0, Text($"{usable.Length} loaded"))
            : new Finding("plugins", false, string.Join('\n', problems));
    }

    private Finding CheckTree(CancellationToken cancellation)
    {
        using IWorkflowManager manager = _managers.Create(TrialRun.Create("one", "two"));
        ContainerTree tree = manager.Build(cancellation);
        return new Finding("tree", tree.Children.Count > 0, Text($"{Count(tree)} containers and components"));
    }

    private async Task<Finding> CheckOrderAsync(CancellationToken cancellation)
    {
        EventTrace trace = new();
        await ExecuteAsync(TrialRun.Create("one", "two"), new RunOptions { Recorder = trace }, cancellation);
        return new Finding("order of events", trace.IsInOrder && trace.Fills > 0, trace.Describe());
    }

    private async Task<Finding> CheckIsolationAsync(CancellationToken cancellation)
    {
        BacktestResult alone = await ExecuteAsync(TrialRun.Create("one"), new RunOptions(), cancellation);
        BacktestResult together = await ExecuteAsync(TrialRun.Create("one", "two"), new RunOptions(), cancellation);
        BacktestResult besideFault = await ExecuteAsync(TrialRun.Create("one", TrialRun.Faulty), new RunOptions(), cancellation);
        string hash = Hash(alone, "one");
        if (besideFault.Status != RunStatus.Faulted)
            return new Finding("isolation", false, "a strategy that throws did not fault its container");
        return hash == Hash(together, "one") && hash == Hash(besideFault, "one")
            ? new Finding("isolation", true, "a portfolio's events are the same on its own, beside another portfolio and beside one that faults")
            : new Finding("isolation", false, "a portfolio's events change with the portfolios beside it");
    }

    private async Task<Finding> CheckSharingAsync(CancellationToken cancellation)
    {
        BacktestResult result = await ExecuteAsync(TrialRun.Create("one", "two"), new RunOptions(), cancellation);
        return new Finding(
            "sharing",
            result.IndicatorsRequested > result.IndicatorsComputed,
            Text($"{result.IndicatorsRequested} indicators requested, {result.IndicatorsComputed} computed"));
    }

    private async Task<Finding> CheckRepeatabilityAsync(CancellationToken cancellation)
    {
        WorkflowConfig config = TrialRun.Create("one", "two");
        string? first = (await ExecuteAsync(config, new RunOptions(), cancellation)).EventStreamHash;
        string? again = (await ExecuteAsync(config, new RunOptions(), cancellation)).EventStreamHash;
        string? otherwise = (await ExecuteAsync(config, new RunOptions { Threads = 2, ChunkBytes = 4096 }, cancellation)).EventStreamHash;
        return first == again && first == otherwise
            ? new Finding("repeatability", true, $"the same events in three runs, with different chunks and threads: {first}")
            : new Finding("repeatability", false, $"hashes differ: {first} at first, {again} when repeated, {otherwise} with different chunks and threads");
    }

    private Task<BacktestResult> ExecuteAsync(WorkflowConfig config, RunOptions options, CancellationToken cancellation) =>
        new Coordinator(_managers).ExecuteWorkflowAsync(config, options, cancellation);

    private static string Hash(BacktestResult result, string container) => string.Join(
        ' ',
        result.ContainerHashes.Where(hash => hash.Key.Split('/').Contains(container))
            .OrderBy(hash => hash.Key, StringComparer.Ordinal).Select(hash => hash.Value));

    private static int Count(ContainerTree tree) => 1 + tree.Children.Sum(Count);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
