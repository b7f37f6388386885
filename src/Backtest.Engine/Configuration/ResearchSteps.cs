namespace Backtest.Engine;

/// <summary>The dependencies between the steps of a research workflow.</summary>
public static class ResearchSteps
{
    /// <summary>All steps that must end before a step begins, the nearest first.</summary>
    /// <param name="step">The step.</param>
    /// <param name="steps">All steps.</param>
    public static IEnumerable<ResearchStepConfig> Before(ResearchStepConfig step, IReadOnlyList<ResearchStepConfig> steps) => step.After
        .Select(name => steps.First(own => own.Name == name)).SelectMany(before => Before(before, steps).Prepend(before)).Distinct();

    /// <summary>
    /// The classifier whose regimes the weights of an ensemble depend on; <see langword="null"/> if there is none, or there are several.
    /// </summary>
    /// <param name="step">The ensemble.</param>
    /// <param name="config">The run.</param>
    public static string? ClassifierOf(ResearchStepConfig.Ensemble step, WorkflowConfig config) => step.Classifier
        ?? Before(step, config.Steps ?? []).OfType<ResearchStepConfig.Regimes>().FirstOrDefault()?.Classifier
        ?? (config.Classifiers.Count == 1 ? config.Classifiers[0].Name : null);

    /// <summary>The steps in an order in which each comes after those it builds on; of those that may come next, the first in the file.</summary>
    /// <param name="steps">Steps without a cycle.</param>
    public static IReadOnlyList<ResearchStepConfig> InOrder(IReadOnlyList<ResearchStepConfig> steps)
    {
        var ordered = new List<ResearchStepConfig>();
        while (ordered.Count < steps.Count)
            ordered.Add(steps.First(step => !ordered.Contains(step) && step.After.All(name => ordered.Any(done => done.Name == name))));
        return ordered;
    }
}
