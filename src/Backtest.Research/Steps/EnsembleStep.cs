using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Ensemble optimization: chooses the weight of each strategy in each regime by replaying signals recorded once. Each regime is evaluated
/// separately, on the days that began in it, while all weights are even in the others.
/// </summary>
internal sealed class EnsembleStep
{
    private const string SignalsFolder = "signals";

    private readonly StepContext _context;
    private readonly string _classifier;
    private readonly IReadOnlyList<string> _strategies;
    private readonly IReadOnlyList<double[]> _weights;
    private readonly double[] _even;

    public EnsembleStep(StepContext context, ResearchStepConfig.Ensemble step)
    {
        _context = context;
        _classifier = ResearchSteps.ClassifierOf(step, context.Plan.Config)!;
        _strategies = EnsembleWeights.StrategiesUnder(step, context.Plan.Config);
        _weights = EnsembleWeights.All(_strategies.Count, step);
        _even = [.. _strategies.Select(_ => step.Sum / _strategies.Count)];
    }

    /// <summary>Evaluates the weights, and executes the run with the best of them.</summary>
    public async Task<StepOutput> RunAsync(StepInput input, StepFolder folder, CancellationToken cancellation)
    {
        IReadOnlyList<string> regimes = await RegimesAsync(input.Sets, cancellation).ConfigureAwait(false);
        JsonObject even = With(input.Sets, regimes, _ => _even);
        StoredSignals signals = await RecordAsync(even, folder, cancellation).ConfigureAwait(false);
        (string Regime, double[] Weights)[] tries = [.. regimes.SelectMany(regime => _weights.Select(weights => (regime, weights)))];
        RegimeReturnsRecorder[] replays = await ReplayAsync(
            [even, .. tries.Select(one => With(input.Sets, regimes, regime => regime == one.Regime ? one.Weights : _even))], signals, cancellation)
            .ConfigureAwait(false);

        var chosen = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var rows = new List<RegimeWeights>();
        foreach ((int number, string regime) in regimes.Index())
        {
            (double? sharpe, chosen[regime]) = Best(regime, replays.AsSpan(1 + (number * _weights.Count), _weights.Count));
            rows.Add(new RegimeWeights
            {
                Regime = regime,
                Days = replays[0].In(regime).Count,
                Tried = _weights.Count,
                Weights = _strategies.Zip(chosen[regime]).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal),
                Sharpe = sharpe,
                EvenSharpe = replays[0].Measure(regime)?.Sharpe,
            });
        }

        JsonObject sets = With(input.Sets, regimes, regime => chosen[regime]);
        (PerformanceMetrics weighted, PerformanceMetrics plain) = await MeasureAsync(sets, even, cancellation).ConfigureAwait(false);
        var figures = new EnsembleFigures { Regimes = rows, Run = Figures(weighted), Even = Figures(plain) };
        return new StepOutput(sets, input.Searches, StepFigures.Write(figures, StepFiguresJson.Default.EnsembleFigures),
        [
            .. rows.Select(Text),
            string.Create(
                CultureInfo.InvariantCulture,
                $"the run before the held-out days: Sharpe {Ratio(weighted.Sharpe)}, with even weights {Ratio(plain.Sharpe)}; weights were chosen on these ")
                + "days, so they look better on them than they are",
        ]);
    }

    /// <summary>The regimes of the classifier.</summary>
    private async Task<IReadOnlyList<string>> RegimesAsync(JsonObject sets, CancellationToken cancellation)
    {
        var names = new RegimeNames(_classifier);
        await _context.RunAsync([_context.Plan.Run(sets)], [names], cancellation).ConfigureAwait(false);
        return names.Names;
    }

    /// <summary>
    /// Runs the strategies once to record their signals, with even weights, so that all of them hold positions and signal when to close them.
    /// </summary>
    private async Task<StoredSignals> RecordAsync(JsonObject even, StepFolder folder, CancellationToken cancellation)
    {
        WorkflowConfig run = _context.Plan.Run(even);
        run = run with { Data = _context.Bars.Data, Output = run.Output with { Directory = folder.Path, Tables = TableFormat.Parquet } };
        folder.Empty(SignalsFolder);
        using var recorder = new RunFolderRecorder(
            new RunRecord { Config = ConfigJson.Write(run), ConfigHash = ConfigJson.Hash(run), FolderName = SignalsFolder }, _context.Options.Clock);
        await new Coordinator(new WorkflowManagerFactory(_context.Bars, _context.Plugins)).ExecuteWorkflowAsync(
            run, new RunOptions { Recorder = recorder, Threads = _context.Options.Workers, Log = _context.Options.Log }, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return SignalFiles.Read(recorder.Folder!);
    }

    private async Task<RegimeReturnsRecorder[]> ReplayAsync(JsonObject[] sets, StoredSignals signals, CancellationToken cancellation)
    {
        RegimeReturnsRecorder[] recorders = [.. sets.Select(_ => new RegimeReturnsRecorder(_classifier, portfolio: null))];
        WorkflowConfig[] runs =
            [.. sets.Select(own => _context.Plan.Run(own) with { Workflow = Workflows.Replay, Signals = new SignalsConfig(), Recorded = signals })];
        await _context.RunAsync(runs, recorders, cancellation).ConfigureAwait(false);
        return recorders;
    }

    /// <summary>The weights with the highest Sharpe ratio on the days of a regime; of equals, the most even.</summary>
    private (double? Sharpe, double[] Weights) Best(string regime, ReadOnlySpan<RegimeReturnsRecorder> replays)
    {
        (double? Sharpe, double[] Weights) best = (null, _even);
        for (int i = 0; i < replays.Length; i++)
        {
            if (replays[i].Measure(regime)?.Sharpe is { } sharpe && double.IsFinite(sharpe) && !(sharpe <= best.Sharpe))
                best = (sharpe, _weights[i]);
        }

        return best;
    }

    /// <summary>Executes the runs for two choices of weights, in which strategies decide anew.</summary>
    private async Task<(PerformanceMetrics One, PerformanceMetrics Other)> MeasureAsync(JsonObject one, JsonObject other, CancellationToken cancellation)
    {
        SummaryRecorder[] summaries = [new SummaryRecorder(), new SummaryRecorder()];
        await _context.RunAsync([_context.Plan.Run(one), _context.Plan.Run(other)], summaries, cancellation).ConfigureAwait(false);
        return (summaries[0].Summary!.Metrics.Total, summaries[1].Summary!.Metrics.Total);
    }

    /// <summary>Values of the run file with weights in each regime; before any are known, they are even.</summary>
    private JsonObject With(JsonObject sets, IReadOnlyList<string> regimes, Func<string, double[]> weights)
    {
        JsonObject result = sets.DeepClone().AsObject();
        for (int i = 0; i < _strategies.Count; i++)
        {
            string path = $"{_strategies[i]}.by_regime";
            JsonObject byRegime = result[path]?.DeepClone().AsObject() ?? [];
            foreach (string regime in regimes.Append(RegimeEvent.Unknown))
            {
                JsonObject own = byRegime[regime]?.DeepClone().AsObject() ?? [];
                own["weight"] = (regime == RegimeEvent.Unknown ? _even : weights(regime))[i];
                byRegime[regime] = own;
            }

            result[path] = byRegime;
        }

        return result;
    }

    private static string Ratio(double? ratio) => ratio is { } known ? known.ToString("0.00;−0.00;0.00", CultureInfo.InvariantCulture) : "none";

    private static EnsembleRun Figures(PerformanceMetrics metrics) => new(metrics.Sharpe, metrics.TotalReturn);

    private static string Text(RegimeWeights row)
    {
        string weights = string.Join(", ", row.Weights.Select(weight => string.Create(
            CultureInfo.InvariantCulture, $"{weight.Key[(weight.Key.LastIndexOf('.') + 1)..]} {weight.Value:0.##}")));
        return $"{row.Regime}: {weights} (Sharpe {Ratio(row.Sharpe)} on its days, {Ratio(row.EvenSharpe)} with even weights)";
    }

    /// <summary>Records the names of a classifier's regimes.</summary>
    private sealed class RegimeNames(string classifier) : IRunRecorder
    {
        public IReadOnlyList<string> Names { get; private set; } = [];

        public void Begin(RunDescription run) => Names = run.Classifiers.Single(own => own.Name == classifier).States;

        public void Record(RunJournal journal)
        {
        }

        public void End(BacktestResult result)
        {
        }
    }
}
