using System.Globalization;

namespace Backtest.Tests;

/// <summary>A search method that breaks a law gets a finding that names it, and one that obeys all laws gets none.</summary>
public sealed class SearchMethodLawTests
{
    private static readonly Counter Asked = new();

    public static TheoryData<string, Func<ISearchMethod>> Broken => new()
    {
        { LawNames.Runs, () => new Method { Change = (proposal, _) => proposal with { Share = 0 } } },
        { LawNames.Runs, () => new Method { Change = (_, state) => new SearchProposal(new SearchPoint(Coordinates(state, 1.5))) } },
        { LawNames.Runs, () => new Method { Change = (_, _) => new SearchProposal(new SearchPoint(1, 2, 3, 4)) } },
        { LawNames.Runs, () => new Method { IgnoresConstraints = true } },
        { LawNames.Runs, () => new Method { Surplus = 1 } },
        { LawNames.Determinism, () => new Method { Shift = _ => CultureInfo.CurrentCulture.NumberFormat.NegativeSign[0] } },
        { LawNames.Determinism, () => new Method { Shift = _ => Asked.Next() } },
        { LawNames.Resumption, () => new Method { Remembers = true } },
        { LawNames.Losses, () => new Method { Shift = BestNumber } },
    };

    public static TheoryData<Func<ISearchMethod>> Kept => new()
    {
        () => new Method(),
        () => new Method { IsAdaptive = true, Shift = BestNumber },
    };

    [Theory, MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void A_law_that_is_broken_is_named(string law, Func<ISearchMethod> create)
    {
        ConformanceFinding broken = Assert.Single(Examine(create), finding => finding.Verdict == ConformanceVerdict.Broken);
        Assert.Equal(law, broken.Law);
        Assert.NotNull(broken.Fix);
    }

    [Theory, MemberData(nameof(Kept), DisableDiscoveryEnumeration = true)]
    public void One_that_keeps_them_all_conforms(Func<ISearchMethod> create) =>
        Assert.All(Examine(create), finding => Assert.Equal(ConformanceVerdict.Held, finding.Verdict));

    [Fact]
    public void Spaces_it_refuses_are_left_out() =>
        Assert.All(
            Examine(() => new Method { Refuses = state => state.Objectives > 1 || state.Space.Count is null }),
            finding => Assert.Equal(ConformanceVerdict.Held, finding.Verdict));

    [Fact]
    public void One_that_refuses_every_space_is_not_judged() =>
        Assert.All(Examine(() => new Method { Refuses = _ => true }), finding => Assert.Equal(ConformanceVerdict.NotExamined, finding.Verdict));

    private static IReadOnlyList<ConformanceFinding> Examine(Func<ISearchMethod> create) => ModelLaw.Examine(new SearchMethodProbe(create).Laws);

    private static int BestNumber(SearchState state) =>
        state.Trials.Count == 0 ? 0 : state.Trials.MinBy(trial => trial.Losses[0])!.Number;

    private static IEnumerable<double> Coordinates(SearchState state, double beyond) => state.Space.Dimensions.Select(dimension => dimension.To + beyond);

    /// <summary>Goes through a space in even strides, with optional defects.</summary>
    private sealed class Method : ISearchMethod
    {
        private const int MostTries = 1_000;

        private int _given;

        public bool IsAdaptive { get; init; }

        public Func<SearchState, int> Shift { get; init; } = _ => 0;

        public Func<SearchProposal, SearchState, SearchProposal> Change { get; init; } = (proposal, _) => proposal;

        public Func<SearchState, bool> Refuses { get; init; } = _ => false;

        public bool IgnoresConstraints { get; init; }

        public bool Remembers { get; init; }

        public int Surplus { get; init; }

        public IReadOnlyList<SearchProposal> Propose(SearchState state)
        {
            if (Refuses(state))
                throw new InputException(new InputError("space", "it cannot search such a space"));
            var proposals = new List<SearchProposal>();
            int first = (Remembers ? _given : state.Trials.Count) + Shift(state);
            for (int number = first; proposals.Count < state.Wanted + Surplus && number < first + MostTries; number++)
            {
                var point = new SearchPoint(state.Space.Dimensions.Select(
                    (dimension, place) => dimension.Nearest(dimension.From + (number * (0.382 + (0.1 * place)) % 1 * (dimension.To - dimension.From)))));
                if (IgnoresConstraints || state.Space.Allows(point))
                    proposals.Add(Change(new SearchProposal(point), state));
            }

            _given += proposals.Count;
            return proposals;
        }
    }

    private sealed class Counter
    {
        private int _count;

        public int Next() => Interlocked.Increment(ref _count);
    }
}
