using System.Globalization;

namespace Backtest.Engine;

/// <summary>Rejects steps of a research workflow that cannot be executed one after another.</summary>
/// <param name="config">The run.</param>
/// <param name="add">Receives each error: code, key, position, finding and fix.</param>
internal sealed class StepsCheck(WorkflowConfig config, Action<string, string, SourcePosition, string, string?> add)
{
    private readonly IReadOnlyList<ResearchStepConfig> _steps = config.Steps ?? [];

    /// <summary>Checks the steps.</summary>
    public void Check()
    {
        bool areKnown = true;
        foreach (ResearchStepConfig step in _steps)
            areKnown &= Names(step);
        if (!areKnown)
            return;
        if (Cycle() is { } cycle)
        {
            add("cyclic_steps", $"steps.{cycle[0]}.after", Find(cycle[0])!.Position, $"these steps wait for each other: {string.Join(" → ", cycle)}",
                "Remove one of these from 'after'.");
            return;
        }

        foreach (ResearchStepConfig step in _steps)
            Needs(step);
    }

    private bool Names(ResearchStepConfig step)
    {
        bool areKnown = true;
        foreach (string before in step.After)
        {
            if (before == step.Name)
                add("step_after_itself", $"steps.{step.Name}.after", step.Position, $"'{step.Name}' comes after itself", $"Remove '{before}' from 'after'.");
            else if (Find(before) is null)
                add("unknown_step", $"steps.{step.Name}.after", step.Position, $"there is no step '{before}'", $"Available: {string.Join(", ", _steps.Select(own => own.Name))}.");
            else
                continue;
            areKnown = false;
        }

        return areKnown;
    }

    /// <summary>The steps of a cycle, beginning and ending with the same step; <see langword="null"/> if there is no cycle.</summary>
    private string[]? Cycle()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (ResearchStepConfig step in _steps)
        {
            if (Visit(step, []) is { } cycle)
                return cycle;
        }

        return null;

        string[]? Visit(ResearchStepConfig step, List<string> path)
        {
            int at = path.IndexOf(step.Name);
            if (at >= 0)
                return [.. path.Skip(at), step.Name];
            if (done.Contains(step.Name))
                return null;
            path.Add(step.Name);
            string[]? found = step.After.Select(before => Visit(Find(before)!, path)).FirstOrDefault(cycle => cycle is not null);
            path.RemoveAt(path.Count - 1);
            done.Add(step.Name);
            return found;
        }
    }

    /// <summary>Checks that a step has what it needs: values, a classifier, and steps before it.</summary>
    private void Needs(ResearchStepConfig step)
    {
        switch (step)
        {
            case ResearchStepConfig.Search search when search.What.Method.Trials is < 2:
                add("too_few_trials", $"steps.{step.Name}.search.method.trials", search.What.Method.Position,
                    string.Create(CultureInfo.InvariantCulture, $"a search of {search.What.Method.Trials} trial has nothing to choose from"), "Set at least 2 trials.");
                break;
            case ResearchStepConfig.Regimes regimes:
                Classifier(step, regimes.Classifier);
                if (!Before(step).OfType<ResearchStepConfig.Search>().Any())
                    Missing(step, "a search, whose trials it compares", "search");
                if (regimes.States.Count == 1 || regimes.States.Distinct().Count() < regimes.States.Count)
                {
                    add("invalid_value", $"steps.{step.Name}.states", step.Position, $"'{step.Name}' cannot compare the states [{string.Join(", ", regimes.States)}]",
                        "Write at least two different numbers, or remove 'states'.");
                }

                break;
            case ResearchStepConfig.Ensemble ensemble:
                if (ResearchSteps.ClassifierOf(ensemble, config) is not { } own)
                    add("missing_key", $"steps.{step.Name}.classifier", step.Position, $"'{step.Name}' has no classifier for the regimes of its weights", "Add classifier: NAME.");
                else
                    Classifier(step, own);
                if (ensemble.Sum / ensemble.Step is var units && Math.Abs(units - Math.Round(units)) > 1e-9)
                {
                    add("invalid_value", $"steps.{step.Name}.weights.step", step.Position,
                        string.Create(CultureInfo.InvariantCulture, $"weights in steps of {ensemble.Step} never add up to {ensemble.Sum}"), "Set a step that divides the sum.");
                }

                break;
            case ResearchStepConfig.Holdout when config.Holdout is null:
                add("missing_key", "holdout", step.Position, $"'{step.Name}' runs on held-out days, but none are held out", "Add holdout: {from: 2016-01-01}, or remove the step.");
                break;
            case ResearchStepConfig.Holdout when !Before(step).Any():
                Missing(step, "the steps whose results it runs", "ensemble");
                break;
        }
    }

    private void Classifier(ResearchStepConfig step, string name)
    {
        if (config.Classifiers.FirstOrDefault(own => own.Name == name) is not { } classifier)
        {
            add("unknown_classifier", $"steps.{step.Name}.classifier", step.Position, $"there is no classifier '{name}'",
                config.Classifiers.Count == 0 ? "Move the portfolio under a classifier." : $"Available: {string.Join(", ", config.Classifiers.Select(own => own.Name))}.");
        }
        else if (classifier.Reference is null)
        {
            add("no_market_regime", $"steps.{step.Name}.classifier", step.Position, $"'{name}' has a regime for each symbol, but '{step.Name}' needs one for the whole market",
                $"Set a reference for '{name}'.");
        }
    }

    private void Missing(ResearchStepConfig step, string what, string type) => add(
        "missing_step", $"steps.{step.Name}.after", step.Position, $"'{step.Name}' comes after no step of type {type}: it needs {what}", $"Name one in 'after'.");

    private IEnumerable<ResearchStepConfig> Before(ResearchStepConfig step) => ResearchSteps.Before(step, _steps);

    private ResearchStepConfig? Find(string name) => _steps.FirstOrDefault(step => step.Name == name);
}
