using System.Text.Json.Nodes;
using Backtest.Cli.Simulation;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Cli.Output;

/// <summary>Says what became of a run, the way the command line asks for.</summary>
internal sealed class RunReport(TextWriter output, TextWriter error, bool asJson, bool isQuiet)
{
    /// <summary>Shows the run while it goes on.</summary>
    public IRunDisplay Display => field ??=
        isQuiet ? new QuietDisplay(error)
        : asJson || !Consoles.ErrorIsTerminal ? new LineDisplay(error, Monitor)
        : new BarDisplay(Consoles.Create(error, isTerminal: true), Monitor);

    /// <summary>Follows the run; it has to be among its recorders.</summary>
    public RunMonitor Monitor { get; } = new();

    /// <summary>Writes the run's faults, then its document or its summary; warnings are in the summary, and apart where there is none.</summary>
    /// <param name="result">What became of the run.</param>
    /// <param name="metrics">How it performed.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="page">Its report, or null without one.</param>
    /// <param name="holdout">How often days held out were looked at, this run included; null where it did not look.</param>
    /// <param name="tried">What it could as well have come to, or null where that was not asked.</param>
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

    /// <summary>Tries the run on what could as well have happened; what keeps a method from it is a warning, as the run itself stands.</summary>
    /// <returns>What came of it, or null where it could not be had.</returns>
    public Task<MonteCarloReport?> TryAsync(Func<MonteCarloDisplay, Task<MonteCarloReport>> make) =>
        new MonteCarloDisplay(error, isQuiet, asJson).TryAsync(make, Display.Warning);

    /// <summary>Says a thing about the run beside its results.</summary>
    public void Note(string text) => error.WriteLine(text);

    /// <summary>The same of a run that ends with signals.</summary>
    /// <param name="result">What became of the run.</param>
    /// <param name="signals">What its signals were worth.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="page">Its report, or null without one.</param>
    public void Write(BacktestResult result, SignalReport signals, string folder, string? page) =>
        Write(result, () => SignalScreen.Write(output, result, signals, folder, page), () => WriteJson(folder, [], "manifest", "statistics"));

    private void Write(BacktestResult result, Action writeSummary, Action writeJson)
    {
        foreach (ContainerFault fault in result.Faults)
            error.WriteLine(FaultText.Describe(fault));
        if (result.Status == RunStatus.Interrupted)
            error.WriteLine("interrupted: the results cover the bars until then");
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
