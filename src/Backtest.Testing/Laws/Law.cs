namespace Backtest.Testing;

/// <summary>Something every plugin must obey.</summary>
internal abstract class Law
{
    /// <summary>Every law, each after those it rests on.</summary>
    public static IReadOnlyList<Law> All { get; } =
    [
        new RunsLaw(),
        new ParametersLaw(),
        new DeterminismLaw(),
        new IsolationLaw(),
        new CutDataLaw(),
        new PoisonedFutureLaw(),
        new ScheduleLaw(),
        new WarmUpLaw(),
        new ResetLaw(),
        new AllocationLaw(),
        new UnloadLaw(),
    ];

    /// <summary>The law's name.</summary>
    public abstract string Name { get; }

    /// <summary>Laws without which this one cannot be judged: a plugin that breaks them would seem to break this one.</summary>
    public virtual IReadOnlyList<string> RestsOn => [];

    /// <summary>Whether it shows only in decisions.</summary>
    public virtual bool NeedsDecisions => false;

    /// <summary>Examines whether a plugin obeys.</summary>
    public abstract ConformanceFinding Examine(Examination examination);

    public ConformanceFinding Held(string detail) => new(Name, ConformanceVerdict.Held, detail);

    public ConformanceFinding Broken(string detail, string fix) => new(Name, ConformanceVerdict.Broken, detail, fix);

    public ConformanceFinding DoesNotApply(string detail) => new(Name, ConformanceVerdict.DoesNotApply, detail);

    /// <summary>
    /// The finding for a plugin that reads an indicator of another package: such packages are not searched, so the plugin is not at fault.
    /// </summary>
    /// <returns>The finding; <see langword="null"/> if something else is wrong as well.</returns>
    public ConformanceFinding? MissingIndicator(InputException exception) => exception.Errors.All(error => error.Code == "unknown_indicator")
        ? NotExamined(
            string.Join("; ", exception.Errors.Select(error => error.Message).Distinct()),
            "An examination finds only the indicators of the plugin's own package. Try it in a run together with the package of the other indicator.")
        : null;

    public ConformanceFinding NotExamined(string detail, string? fix = null) => new(Name, ConformanceVerdict.NotExamined, detail, fix);
}
