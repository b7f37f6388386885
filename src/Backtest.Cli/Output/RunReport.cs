using System.Text.Json.Nodes;
using Backtest.Cli.Simulation;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Cli.Output;

/// <summary>Reports the result of a run in the form the command line asks for.</summary>
internal sealed class RunReport(TextWriter output, TextWriter error, bool asJson, bool isQuiet)
{
    /// <summary>Shows the progress of the run.</summary>
    public IRunDisplay Display => field ??=
        isQuiet ? new QuietDisplay(error)
        : asJson || !Consoles.ErrorIsTerminal ? new LineDisplay(error, Monitor)
        : new BarDisplay(Consoles.Create(error, isTerminal: true), Monitor);

    /// <summary>Tracks the run; must be among its recorders.</summary>
    public RunMonitor Monitor { get; } = new();

    /// <summary>
    /// Writes the run's faults, then its document or its summary; warnings are in the summary, or written separately if there is none.
    /// </summary>
    /// <param name="result">The result of the run.</param>
    /// <param name="metrics">Its metrics.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="page">The path of its report, or null if there is none.</param>
    /// <param name="holdout">How often held-out days were viewed, including this run, or null if it did not view them.</param>
    /// <param name="tried">The Monte Carlo report, or null if it was not requested.</param>
    public void Write(
        BacktestResult result, RunMetrics metrics, string folder, string? page, HoldoutCount? holdout = null, MonteCarloReport? tried = null) => Write(
        result,
        () =>
        {
            SummaryScreen.Write(output, result, metrics, Monitor, folder, page, holdout?.Text);
            if (tried is not null)
                MonteCarloText.Write(output, tried);
        },
        () => WriteJson(
            folder,
            new[]
            {
                KeyValuePair.Create("holdout", (JsonNode?)holdout?.ToJson()),
                KeyValuePair.Create("monteCarlo", tried is null ? null : MonteCarloFiles.ToNode(tried)),
            }.Where(part => part.Value is not null),
            "manifest",
            "metrics"));

    /// <summary>Runs the Monte Carlo simulation; a method that is not possible results in a warning, because the run itself is valid.</summary>
    /// <returns>The report, or null if it is not available.</returns>
    public Task<MonteCarloReport?> TryAsync(Func<MonteCarloDisplay, Task<MonteCarloReport>> make) =>
        new MonteCarloDisplay(error, isQuiet, asJson).TryAsync(make, Display.Warning);

    /// <summary>Writes a note about the run in addition to its results.</summary>
    public void Note(string text) => error.WriteLine(text);

    /// <summary>Writes the result of a run that ends with signals.</summary>
    /// <param name="result">The result of the run.</param>
    /// <param name="signals">The statistics of its signals.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="page">The path of its report, or null if there is none.</param>
    public void Write(BacktestResult result, SignalReport signals, string folder, string? page) =>
        Write(result, () => SignalScreen.Write(output, result, signals, folder, page), () => WriteJson(folder, [], "manifest", "statistics"));

    private void Write(BacktestResult result, Action writeSummary, Action writeJson)
    {
        foreach (ContainerFault fault in result.Faults)
            error.WriteLine(FaultText.Describe(fault));
        if (result.Status == RunStatus.Interrupted)
            error.WriteLine("interrupted: the results cover the bars up to this point");
        if (!asJson && !isQuiet)
        {
            writeSummary();
            return;
        }

        foreach (RunWarning warning in result.Warnings)
            Display.Warning(warning.Fix is null ? warning.Message : $"{warning.Message}\n  {warning.Fix}");
        if (asJson)
            writeJson();
    }

    private void WriteJson(string folder, IEnumerable<KeyValuePair<string, JsonNode?>> more, params IEnumerable<string> parts) => JsonText.Write(
        output,
        new JsonObject([KeyValuePair.Create("run", (JsonNode?)folder), .. parts.Select(part => KeyValuePair.Create(part, Read(folder, $"{part}.json"))), .. more]));

    private static JsonNode? Read(string folder, string file) => JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, file)));
}
