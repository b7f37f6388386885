namespace Backtest.Testing;

/// <summary>How the engine divides time into chunks, distributes containers over threads and skips quiet turns changes nothing.</summary>
internal sealed class ScheduleLaw : Law
{
    private const int OddChunk = 80 * 2 * 37;
    private const int Threads = 4;
    private const int RareSignals = 25;

    public override string Name => LawNames.Schedule;

    // A plugin that looks ahead sees only its chunk, and one with statics is affected by threads: other laws cover both.
    public override IReadOnlyList<string> RestsOn =>
        [LawNames.Runs, LawNames.Determinism, LawNames.Isolation, LawNames.CutData, LawNames.PoisonedFuture];

    public override bool NeedsDecisions => true;

    public override ConformanceFinding Examine(Examination examination)
    {
        IReadOnlyList<Decision> whole = examination.Whole.Decisions;
        TrialSetup setup = examination.Setup(examination.Bars);
        foreach ((string name, int bytes) in (ReadOnlySpan<(string, int)>)[("of one turn", 0), ("of odd length", OddChunk)])
        {
            if (Difference.First(whole, examination.Run(setup with { ChunkBytes = bytes }).Decisions) is { } chunks)
            {
                return Broken(
                    chunks.Describe("in one chunk it decided", $"in chunks {name}"),
                    "Use the bar's Index, not its row in the chunk, and do not change generated fields.");
            }
        }

        TrialSetup rare = setup with { SignalRarity = RareSignals };
        if (Differ(examination.Run(rare), examination.Run(rare with { TakesEveryTurn = false })) is { } turns)
        {
            return Broken(
                turns.Describe("with every turn taken it decided", "with quiet ones passed over"),
                "Return from Next every turn in which OnTurn would do something, and process there what OnTurn stores of the turns before it.");
        }

        TrialSetup four = setup with { Siblings = Threads - 1 };
        return Differ(examination.Run(four), examination.Run(four with { Threads = Threads })) is { } threads
            ? Broken(
                threads.Describe("on one thread it decided", FormattableString.Invariant($"on {Threads}")),
                "Do not depend on the thread: use no thread statics, thread ids or shared caches.")
            : Held(FormattableString.Invariant($"chunks of one turn and of odd length, quiet turns passed over, and {Threads} threads changed nothing"));
    }

    private static Difference? Differ(TrialResult one, TrialResult other) => one.Siblings.Append(one.Decisions)
        .Zip(other.Siblings.Append(other.Decisions), (expected, found) => Difference.First(expected, found))
        .FirstOrDefault(difference => difference is not null);
}
