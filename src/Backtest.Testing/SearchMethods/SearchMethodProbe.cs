namespace Backtest.Testing;

/// <summary>Holds a search method to its laws.</summary>
/// <param name="create">Makes a new one.</param>
internal sealed class SearchMethodProbe(Func<ISearchMethod> create) : IModelProbe
{
    private readonly List<PaperSearch> _searches = [];

    /// <inheritdoc/>
    public IReadOnlyList<ModelLaw> Laws =>
    [
        new(
            LawNames.Runs, "it proposes points of the spaces it accepts",
            "Propose at most Wanted points that Space.Allows, each with a valid coordinate for each dimension.", Senseless),
        new(
            LawNames.Determinism, "the same search in another culture and another time zone has the same trials",
            "Base proposals only on the state: use no clock, no culture, and no randomness except from its Seed.", Changing),
        new(
            LawNames.Resumption, "asked again, and as a new instance during a search, it proposes the same",
            "Keep nothing between calls: compute what happened before from the trials of the state. An interrupted search continues with a new instance.",
            Remembering),
        new(
            LawNames.Losses, "if it is not adaptive, it proposes the same whatever the results of trials",
            "Set IsAdaptive to true. Otherwise, all trials may be requested before any has ended.", Adapting),
    ];

    private string? Senseless()
    {
        _searches.Clear();
        string? refused = null;
        foreach (PaperSearch search in PaperSearch.All)
        {
            try
            {
                if (search.Run(create()) is { } problem)
                    return $"{search.Name}: {problem}";
                _searches.Add(search);
            }
            catch (InputException exception) when (search.Steps.Count == 0)
            {
                refused = exception.Message.ReplaceLineEndings(" ");
            }
        }

        return _searches.Count > 0 ? null : throw new UnexaminedException($"it rejects every space it was tried on, the last one with: {refused}");
    }

    private string? Changing()
    {
        using (new OtherCulture())
        {
            if (Difference() is { } elsewhere)
                return $"in {OtherCulture.Name}, {elsewhere}";
        }

        using var zone = new OtherTimeZone();
        return Difference() is { } moved ? $"in the time zone {zone.Name}, {moved}" : null;
    }

    private string? Difference()
    {
        foreach (PaperSearch search in _searches)
        {
            ISearchMethod method = create();
            foreach (PaperStep step in search.Steps)
            {
                if (step.Difference(method) is { } difference)
                    return $"{search.Name}: {difference}";
            }
        }

        return null;
    }

    private string? Remembering()
    {
        foreach (PaperSearch search in _searches)
        {
            foreach (PaperStep step in search.Steps)
            {
                ISearchMethod anew = create();
                if (step.Difference(anew) is { } difference)
                    return $"{search.Name}: as a new instance, {difference}";
                if (step.Difference(anew) is { } again)
                    return $"{search.Name}: when asked again, {again}";
            }
        }

        return null;
    }

    private string? Adapting()
    {
        if (create().IsAdaptive)
            return null;
        foreach (PaperSearch search in _searches)
        {
            foreach (PaperStep step in search.Steps.Where(step => step.State.Trials.Count > 0))
            {
                if (step.WithOtherLosses().Difference(create()) is { } difference)
                    return $"{search.Name}: with other losses {difference}";
            }
        }

        return null;
    }
}
