namespace Backtest.Testing;

/// <summary>A search on a made-up loss.</summary>
/// <param name="name">What is searched, as messages name it.</param>
/// <param name="space">Where.</param>
/// <param name="objectives">How many losses a trial has.</param>
internal sealed class PaperSearch(string name, SearchSpace space, int objectives)
{
    private const int Planned = 36;
    private const int Batch = 8;
    private const int FaultsEach = 7;

    private readonly List<PaperStep> _steps = [];

    /// <summary>Searches that differ in what methods may stumble over: levels and ranges, ratios, choices, constraints, several losses.</summary>
    public static IReadOnlyList<PaperSearch> All =>
    [
        new("a space of levels and a choice", new SearchSpace([SearchDimension.Grid("x", 2, 20, 2), SearchDimension.Choice("y", 3)]), 1),
        new("a space of ranges", new SearchSpace([SearchDimension.Range("x", -1, 1), SearchDimension.Range("y", 1, 1000, isLog: true)]), 1),
        new("a space with a constraint", Constrained, 1),
        new("a space with a constraint and two objectives", Constrained, 2),
        new("a space of one point", new SearchSpace([SearchDimension.Choice("x", 1)]), 1),
    ];

    /// <summary>What is searched, as messages name it.</summary>
    public string Name { get; } = name;

    /// <summary>What the method was given and proposed, step by step.</summary>
    public IReadOnlyList<PaperStep> Steps => _steps;

    private static SearchSpace Constrained => new(
        [SearchDimension.Grid("x", 1, 30, 1), SearchDimension.Range("y", 0.1, 10, isLog: true), SearchDimension.Choice("z", 2)],
        point => point[0] > point[1]);

    /// <summary>Lets a method search to the end.</summary>
    /// <returns>What is wrong with what it proposes; <see langword="null"/>: nothing.</returns>
    public string? Run(ISearchMethod method)
    {
        var trials = new List<SearchTrial>();
        while (trials.Count < Planned)
        {
            var state = new SearchState
            {
                Space = space,
                Trials = [.. trials],
                Wanted = Math.Min(method.IsAdaptive ? Batch : Planned / 2, Planned - trials.Count),
                Planned = Planned,
                Objectives = objectives,
                Seed = 7,
            };
            IReadOnlyList<SearchProposal> proposals = method.Propose(state);
            _steps.Add(new PaperStep(state, proposals));
            if (proposals.Count > state.Wanted)
                return FormattableString.Invariant($"it proposes {proposals.Count} points, but {state.Wanted} were wanted");
            if (proposals.Select(Problem).FirstOrDefault(problem => problem is not null) is { } problem)
                return problem;
            if (proposals.Count == 0)
                return null;
            foreach (SearchProposal proposal in proposals)
                trials.Add(new SearchTrial(trials.Count, proposal, Losses(proposal.Point, trials.Count)));
        }

        return null;
    }

    private string? Problem(SearchProposal proposal)
    {
        SearchPoint point = proposal.Point;
        if (point.Coordinates.Length != space.Dimensions.Count)
            return FormattableString.Invariant($"({point}) has {point.Coordinates.Length} coordinates, but the space has {space.Dimensions.Count} dimensions");
        for (int place = 0; place < space.Dimensions.Count; place++)
        {
            SearchDimension dimension = space.Dimensions[place];
            if (!double.IsFinite(point[place]) || dimension.Nearest(point[place]) != point[place])
                return FormattableString.Invariant($"'{dimension.Name}' has no coordinate {point[place]:R}, as in ({point})");
        }

        return !space.Allows(point) ? $"({point}) does not meet the constraints"
            : proposal.Share is > 0 and <= 1 ? null
            : FormattableString.Invariant($"({point}) has a share of the data of {proposal.Share:R}; expected above 0, at most 1");
    }

    /// <summary>A bowl, turned for each objective, in which some trials fault.</summary>
    private double[] Losses(SearchPoint point, int number)
    {
        if (number % FaultsEach == FaultsEach - 1)
            return [.. Enumerable.Repeat(double.PositiveInfinity, objectives)];
        double[] losses = new double[objectives];
        for (int objective = 0; objective < objectives; objective++)
        {
            for (int place = 0; place < space.Dimensions.Count; place++)
            {
                SearchDimension dimension = space.Dimensions[place];
                double share = dimension.To > dimension.From ? (point[place] - dimension.From) / (dimension.To - dimension.From) : 0;
                double distance = share - (objective == 0 ? 0.3 : 0.8);
                losses[objective] += distance * distance;
            }
        }

        return losses;
    }
}
