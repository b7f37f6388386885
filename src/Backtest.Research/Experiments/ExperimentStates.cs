using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>Says whether an experiment is being made, and how one that is not has ended.</summary>
public static class ExperimentStates
{
    private const string StatusKey = "status";
    private const string ErrorKey = "error";

    /// <summary>
    /// What an experiment is doing. It is running if a worker's mark in its folder is locked, or if a worker of another machine holds a claim in
    /// the ledger: one that was killed there holds it until its lease is over.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="entry">The experiment, as the ledger has it.</param>
    public static ExperimentState Of(ITrialLedger ledger, ExperimentEntry entry)
    {
        if (entry.Status == ExperimentStatus.Complete)
            return ExperimentState.Complete;
        JsonNode document = JsonNode.Parse(entry.Document)!;
        if (OwnerOf(ledger, document) is { } owner)
            return Of(ledger, owner) is var state && state == ExperimentState.Complete ? ExperimentState.Interrupted : state;
        string marks = new ExperimentFolder(entry.Folder).Workers;
        bool seesMarks = Directory.Exists(marks);
        if (WorkerMark.IsAnyHeld(marks) || ledger.WorkersAt(entry.Id).Any(worker => !seesMarks || !WorkerMark.IsOfThisMachine(worker)))
            return ExperimentState.Running;
        return (string?)document[StatusKey] == Text(ExperimentState.Failed) ? ExperimentState.Failed : ExperimentState.Interrupted;
    }

    /// <summary>Why an experiment that is neither complete nor running ended: the error, or that nothing says so, as after a kill; else null.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="entry">The experiment, as the ledger has it.</param>
    public static string? ReasonOf(ITrialLedger ledger, ExperimentEntry entry)
    {
        JsonNode document = JsonNode.Parse(entry.Document)!;
        if (OwnerOf(ledger, document) is { } owner)
            return ReasonOf(ledger, owner);
        return Of(ledger, entry) switch
        {
            ExperimentState.Failed => (string?)document[ErrorKey],
            ExperimentState.Interrupted when document[StatusKey] is null => "its process ended before it could say why: it was killed, or the machine stopped",
            _ => null,
        };
    }

    /// <summary>A state as tables and documents have it.</summary>
    public static string Text(ExperimentState state) => state.ToString().ToLowerInvariant();

    /// <summary>The end of an experiment that is not complete, as a part of its document.</summary>
    internal static void Write(JsonObject document, ExperimentState state, string? error)
    {
        document[StatusKey] = Text(state);
        if (error is not null)
            document[ErrorKey] = error;
    }

    /// <summary>The experiment whose windows these searches are in, which makes them.</summary>
    private static ExperimentEntry? OwnerOf(ITrialLedger ledger, JsonNode document) =>
        (string?)document[WindowSearches.OwnerKey] is { } id ? ledger.Find(id) : null;
}
