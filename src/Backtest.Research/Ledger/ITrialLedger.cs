namespace Backtest.Research;

/// <summary>
/// Counts every trial of every search, once and for good, and lets many workers share one search. It is safe for many threads, and several
/// processes may have the same ledger open. What is wrong with the store (out of reach, busy, full, not writable, newer) is an
/// <see cref="InputException"/> that says how to mend it; what was recorded before stays.
/// </summary>
public interface ITrialLedger : IDisposable
{
    /// <summary>Where it is, for people: a file, or a database and its server. Holds no credentials.</summary>
    string Location { get; }

    /// <summary>Records an experiment, or does nothing where one of the same id is stored.</summary>
    /// <returns>What is stored.</returns>
    ExperimentEntry Begin(ExperimentEntry experiment);

    /// <summary>Marks an experiment as complete.</summary>
    /// <param name="experiment">Its id.</param>
    /// <param name="document">What to keep of it in place of the document it began with: JSON.</param>
    /// <param name="at">When it was complete, UTC.</param>
    void Finish(string experiment, string document, DateTime at);

    /// <summary>Replaces what is kept of an experiment that is not complete.</summary>
    /// <param name="experiment">Its id.</param>
    /// <param name="document">What to keep of it: JSON.</param>
    /// <returns>Whether it is not complete; otherwise it stays as it is.</returns>
    bool Describe(string experiment, string document);

    /// <summary>The workers that hold claims on trials of an experiment whose lease has not ended.</summary>
    /// <param name="experiment">Its id.</param>
    IReadOnlyList<string> WorkersAt(string experiment);

    /// <summary>All experiments, the newest first.</summary>
    IReadOnlyList<ExperimentEntry> Experiments();

    /// <summary>The experiment of this id, else the newest of this name, else the only one whose id begins so; or null if there is none.</summary>
    /// <exception cref="InputException">Several ids begin so.</exception>
    ExperimentEntry? Find(string text);

    /// <summary>The trials of an experiment that have ended, by number.</summary>
    /// <param name="experiment">Its id.</param>
    /// <param name="from">The first number wanted, so that news can be read alone.</param>
    IReadOnlyList<TrialEntry> Trials(string experiment, int from = 0);

    /// <summary>What is wanted of each trial of an experiment that has ended, by number: entries are large, and here are not held all at once.</summary>
    /// <param name="experiment">Its id.</param>
    /// <param name="of">What is wanted of a trial.</param>
    IReadOnlyList<T> Trials<T>(string experiment, Func<TrialEntry, T> of);

    /// <summary>
    /// Claims trials for a worker until the lease ends. Not given are those that have ended, and those whose key another worker holds, or the
    /// same worker under another number. What the worker already holds is given again, for longer: a claim may be repeated.
    /// </summary>
    /// <param name="experiment">The id of the experiment.</param>
    /// <param name="wanted">The trials wanted.</param>
    /// <param name="worker">A name no other worker has, be it in another thread or process.</param>
    /// <param name="lease">How long the claim holds without being renewed.</param>
    /// <returns>Those the worker holds now, in the order wanted.</returns>
    IReadOnlyList<TrialClaim> Claim(string experiment, IReadOnlyList<TrialClaim> wanted, string worker, TimeSpan lease);

    /// <summary>Lets all claims of a worker hold for a lease from now, unless others have taken them over.</summary>
    /// <returns>How many it holds.</returns>
    int Renew(string worker, TimeSpan lease);

    /// <summary>Gives up all claims of a worker.</summary>
    void Release(string worker);

    /// <summary>
    /// Records trials that have ended, all or none, counts their keys in the experiment's family, and drops all claims on
    /// them. What is already stored is not stored again, so it may be repeated. Of a key, and a share of the data, one result is kept: the
    /// first, which gives way only to one that says more (a fault to a result, a result without a hash to one with).
    /// </summary>
    /// <param name="experiment">The id of the experiment.</param>
    /// <param name="worker">The worker that ran them, kept beside each.</param>
    /// <param name="ended">The trials.</param>
    /// <returns>The numbers whose result differs from the one kept for their key: a run that is not reproducible.</returns>
    /// <exception cref="InputException">There is no such experiment, or one of the numbers is stored with another key.</exception>
    IReadOnlyList<int> Complete(string experiment, string worker, IReadOnlyList<TrialEntry> ended);

    /// <summary>N of a family: how many distinct keys were ever recorded for it, whether they completed, were pruned or faulted.</summary>
    long CountOf(string family);

    /// <summary>Counts a look at days that are held out; the same look again is not counted again.</summary>
    void Look(HoldoutLook look);

    /// <summary>How many distinct runs of a family ever looked at days held out, whichever day they were held out from.</summary>
    long HoldoutLooksOf(string family);

    /// <summary>All families, by name.</summary>
    IReadOnlyList<FamilyEntry> Families();
}
