namespace Backtest.Research;

/// <summary>
/// Counts every trial of every search permanently and once, and lets many workers share a search. It is thread-safe, and several processes may open
/// the same ledger. Problems of the store (unreachable, busy, full, read-only, newer) are reported as an <see cref="InputException"/> that says how
/// to fix them; what was recorded before is kept.
/// </summary>
public interface ITrialLedger : IDisposable
{
    /// <summary>Its location for display: a file, or a database and its server. Contains no credentials.</summary>
    string Location { get; }

    /// <summary>Records an experiment, or does nothing if one with the same id is stored.</summary>
    /// <returns>The stored experiment.</returns>
    ExperimentEntry Begin(ExperimentEntry experiment);

    /// <summary>Marks an experiment as complete.</summary>
    /// <param name="experiment">Its id.</param>
    /// <param name="document">The JSON document that replaces the one it began with.</param>
    /// <param name="at">When it was completed, UTC.</param>
    void Finish(string experiment, string document, DateTime at);

    /// <summary>Replaces the document of an incomplete experiment.</summary>
    /// <param name="experiment">Its id.</param>
    /// <param name="document">The document, as JSON.</param>
    /// <returns>Whether it is incomplete; otherwise it is unchanged.</returns>
    bool Describe(string experiment, string document);

    /// <summary>The workers that hold claims on trials of an experiment whose lease has not ended.</summary>
    /// <param name="experiment">Its id.</param>
    IReadOnlyList<string> WorkersAt(string experiment);

    /// <summary>All experiments, newest first.</summary>
    IReadOnlyList<ExperimentEntry> Experiments();

    /// <summary>
    /// The experiment with this id, else the newest with this name, else the only one whose id starts with this text; null if there is none.
    /// </summary>
    /// <exception cref="InputException">Several ids start with this text.</exception>
    ExperimentEntry? Find(string text);

    /// <summary>The trials of an experiment that have ended, by number.</summary>
    /// <param name="experiment">Its id.</param>
    /// <param name="from">The first number to return, so that only new trials can be read.</param>
    IReadOnlyList<TrialEntry> Trials(string experiment, int from = 0);

    /// <summary>A projection of each ended trial of an experiment, by number; entries are large, and this does not hold all of them at once.</summary>
    /// <param name="experiment">Its id.</param>
    /// <param name="of">The projection.</param>
    IReadOnlyList<T> Trials<T>(string experiment, Func<TrialEntry, T> of);

    /// <summary>
    /// Claims trials for a worker until the lease ends. Excluded are trials that have ended, and trials whose key is held by another worker, or by
    /// the same worker under another number. Trials the worker already holds are returned again and their lease is extended, so a claim may be
    /// repeated.
    /// </summary>
    /// <param name="experiment">The id of the experiment.</param>
    /// <param name="wanted">The trials to claim.</param>
    /// <param name="worker">A name that no other worker has in any thread or process.</param>
    /// <param name="lease">How long the claim is valid without being renewed.</param>
    /// <returns>The trials the worker now holds, in the requested order.</returns>
    IReadOnlyList<TrialClaim> Claim(string experiment, IReadOnlyList<TrialClaim> wanted, string worker, TimeSpan lease);

    /// <summary>Extends all claims of a worker to one lease from now, unless others have taken them over.</summary>
    /// <returns>The number of claims it holds.</returns>
    int Renew(string worker, TimeSpan lease);

    /// <summary>Releases all claims of a worker.</summary>
    void Release(string worker);

    /// <summary>
    /// Records ended trials, all or none, counts their keys in the experiment's family, and removes all claims on them. What is already stored is
    /// not stored again, so the call may be repeated. For each key and share of the data one result is kept: the first, which is replaced only by
    /// one that contains more (a fault by a result, a result without a hash by one with a hash).
    /// </summary>
    /// <param name="experiment">The id of the experiment.</param>
    /// <param name="worker">The worker that ran them, stored with each.</param>
    /// <param name="ended">The trials.</param>
    /// <returns>The numbers whose result differs from the one stored for their key, which means that the run is not reproducible.</returns>
    /// <exception cref="InputException">There is no such experiment, or one of the numbers is stored with another key.</exception>
    IReadOnlyList<int> Complete(string experiment, string worker, IReadOnlyList<TrialEntry> ended);

    /// <summary>N of a family: the number of distinct keys ever recorded for it, whether completed, pruned or faulted.</summary>
    long CountOf(string family);

    /// <summary>Counts a look at held-out days; repeating it is not counted.</summary>
    void Look(HoldoutLook look);

    /// <summary>The number of distinct runs of a family that ever viewed held-out days, whichever day they were held out from.</summary>
    long HoldoutLooksOf(string family);

    /// <summary>All families, by name.</summary>
    IReadOnlyList<FamilyEntry> Families();
}
