using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>Determines whether an experiment is running and, if not, how it ended.</summary>
public static class ExperimentStates
{
    private const string StatusKey = "status";
    private const string ErrorKey = "error";

    /// <summary>
    /// The state of an experiment. It is running if a worker's lock file in its folder is locked, or if a worker of another machine holds a claim
    /// in the ledger; a worker killed there holds its claim until the lease ends.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="entry">The experiment's entry in the ledger.</param>
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

    /// <summary>
    /// Why an experiment that is neither complete nor running ended: the error, or a note that none was recorded, as after a kill; otherwise null.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="entry">The experiment's entry in the ledger.</param>
    public static string? ReasonOf(ITrialLedger ledger, ExperimentEntry entry)
    {
        JsonNode document = JsonNode.Parse(entry.Document)!;
        if (OwnerOf(ledger, document) is { } owner)
            return ReasonOf(ledger, owner);
        return Of(ledger, entry) switch
        {
            ExperimentState.Failed => (string?)document[ErrorKey],
            ExperimentState.Interrupted when document[StatusKey] is null => "its process ended without giving a reason: it was killed, or the machine stopped",
            _ => null,
        };
    }

    /// <summary>A state as it is written in tables and documents.</summary>
    public static string Text(ExperimentState state) => state.ToString().ToLowerInvariant();

    /// <summary>The end of an experiment that is not complete, as a part of its document.</summary>
    internal static void Write(JsonObject document, ExperimentState state, string? error)
    {
        document[StatusKey] = Text(state);
        if (error is not null)
            document[ErrorKey] = error;
    }

    /// <summary>The walk-forward experiment that runs these searches in its windows.</summary>
    private static ExperimentEntry? OwnerOf(ITrialLedger ledger, JsonNode document) =>
        (string?)document[WindowSearches.OwnerKey] is { } id ? ledger.Find(id) : null;
}
