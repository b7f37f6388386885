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
            LawNames.Runs, "it proposes points of the spaces it takes",
            "Propose at most Wanted points, each with a coordinate for each dimension that the dimension has, and that Space.Allows.", Senseless),
        new(
            LawNames.Determinism, "the same search, in another culture and another time zone, makes the same trials",
            "Propose by the state alone: no clock, no chance but from its Seed, no culture.", Changing),
        new(
            LawNames.Resumption, "asked again, and made anew in the midst of a search, it proposes the same",
            "Keep nothing from call to call: compute what went before from the trials of the state. A search that was interrupted goes on with a new method.",
            Remembering),
        new(
            LawNames.Losses, "one that is not adaptive proposes the same however trials did",
            "Say true in IsAdaptive: otherwise all trials may be asked for before any has ended.", Adapting),
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

        return _searches.Count > 0 ? null : throw new UnexaminedException($"it refuses every space it was tried on, the last one with: {refused}");
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
                    return $"{search.Name}: made anew, {difference}";
                if (step.Difference(anew) is { } again)
                    return $"{search.Name}: asked again, {again}";
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
