using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>validation</c>: how a search is validated on days that its winner was not chosen on.</summary>
internal static class ValidationSection
{
    private const int MostFolds = 1000;

    private static readonly Key<ValidationConfig, int> Folds = new(
        "folds", Kinds.Integer(Bounds.Between(2, MostFolds)), validation => Cross(validation).Folds, "The number of folds into which the days are divided.")
    {
        Default = 8,
    };

    private static readonly Key<ValidationConfig, int> TestFolds = new(
        "test_folds", Kinds.Integer(Bounds.From(1)), validation => Cross(validation).TestFolds, "The number of folds tested at a time.")
    {
        Default = 2,
    };

    private static readonly Key<ValidationConfig, int?> Purge = new(
        "purge", new AutoDaysKind(), validation => Cross(validation).Purge,
        "The days before each test that are not used for choosing. Default: the length of the longest trade of all trials.");

    private static readonly Key<ValidationConfig, int?> Embargo = new(
        "embargo", new AutoDaysKind(), validation => Cross(validation).Embargo,
        "The days after each test that are not used for choosing. Default: the longest warm-up of all trials.");

    private static readonly Key<ValidationConfig, WalkForwardMode> Mode = new(
        "mode",
        new ChoiceKind<WalkForwardMode>(
            ("rolling", WalkForwardMode.Rolling), ("anchored", WalkForwardMode.Anchored), ("by_regime", WalkForwardMode.ByRegime)),
        validation => Walk(validation).Mode,
        "Where searches begin: the same time before each test, or on the first day. by_regime: the same time before each test, with one more search for each regime.");

    private static readonly Key<ValidationConfig, string?> Classifier = new(
        "classifier", Kinds.Text!, validation => Walk(validation).Classifier, "The classifier of mode: by_regime, which must have a reference.");

    private static readonly Key<ValidationConfig, int?> MinimumTrades = new(
        "minimum_trades", Kinds.Maybe(Kinds.Integer(Bounds.NotNegative)),
        validation => Walk(validation) is { Mode: WalkForwardMode.ByRegime } walk ? walk.MinimumTrades : null,
        "The number of trades that parameters must have entered in a regime to be traded in it. Default: 20.");

    private static readonly Key<ValidationConfig, WindowLength> Train = new(
        "train", new WindowLengthKind(), validation => Walk(validation).Train, "The length of each search. With anchored windows, the length of the first.")
    {
        IsRequired = true,
        Need = ("it sets the length of each search", "{days: 1260}"),
    };

    private static readonly Key<ValidationConfig, WindowLength> Test = new(
        "test", new WindowLengthKind(), validation => Walk(validation).Test, "How long the best trial is traded.")
    {
        IsRequired = true,
        Need = ("it sets how long the best trial is traded", "{days: 252}"),
    };

    private static readonly Key<ValidationConfig, WindowLength?> Step = new(
        "step", Kinds.Maybe(new WindowLengthKind()), validation => Walk(validation).Step, "The time from the start of one test to the next. Default: the length of a test.");

    private static readonly Key<ValidationConfig, WindowLength> Gap = new(
        "gap", new WindowLengthKind(), validation => Walk(validation).Gap, "The time left out between a search and its test.");

    private static readonly Key<ValidationConfig, bool> Positions = new(
        "positions", new ChoiceKind<bool>(("carry", false), ("close", true)), validation => Walk(validation).ClosesPositions,
        "What happens to positions at the end of a test: the next test carries them on, or they are closed.");

    private static readonly Key<ValidationConfig, bool> Last = new(
        "last", new ChoiceKind<bool>(("partial", false), ("drop", true)), validation => Walk(validation).DropsPartial,
        "What happens to a last test that is shorter than the others.");

    /// <summary>The section.</summary>
    public static ValueKind<ValidationConfig> Kind { get; } = new UnionKind<ValidationConfig>(
        new UnionCase<ValidationConfig>(
            WalkForwardConfig.Word, validation => validation is WalkForwardConfig, [Mode, Classifier, MinimumTrades, Train, Test, Step, Gap, Positions, Last],
            BuildWalkForward),
        new UnionCase<ValidationConfig>(
            CrossValidationConfig.KFold, validation => validation is CrossValidationConfig { IsCombinatorial: false }, [Folds, Purge, Embargo],
            map => Build(map, isCombinatorial: false)),
        new UnionCase<ValidationConfig>(
            CrossValidationConfig.Combinatorial, validation => validation is CrossValidationConfig { IsCombinatorial: true },
            [Folds, TestFolds, Purge, Embargo], map => Build(map, isCombinatorial: true)))
    {
        TagDescription = "The method of validation.",
    };

    private static CrossValidationConfig Cross(ValidationConfig validation) => (CrossValidationConfig)validation;

    private static WalkForwardConfig Walk(ValidationConfig validation) => (WalkForwardConfig)validation;

    private static WalkForwardConfig BuildWalkForward(MapReader map)
    {
        var config = new WalkForwardConfig
        {
            Mode = map.Get(Mode),
            Classifier = map.Get(Classifier),
            MinimumTrades = map.Get(MinimumTrades) ?? 20,
            Train = map.Get(Train),
            Test = map.Get(Test),
            Step = map.Get(Step),
            Gap = map.Get(Gap),
            ClosesPositions = map.Get(Positions),
            DropsPartial = map.Get(Last),
            Position = map.Position,
        };
        CheckLengths(map, config);
        CheckRegimes(map, config);
        return config;
    }

    private static void CheckLengths(MapReader map, WalkForwardConfig config)
    {
        foreach ((string key, int count) in (ReadOnlySpan<(string, int)>)[(Train.Name, config.Train.Count), (Test.Name, config.Test.Count)])
        {
            if (count == 0 && map.Has(key))
                map.Error(key, "invalid_value", $"'{key}' has no length; expected at least one day, bar or trade.", $"Write, for example, {key}: {{days: 252}}.");
        }

        if (config is { Step: { } apart, ClosesPositions: false } && apart != config.Test)
        {
            map.Error(
                Step.Name, "contradicting_key", "days between tests are not traded, so positions cannot be carried across them.",
                "Write positions: close, or remove 'step'.");
        }
        else if (config.Step is { } step && step.Unit == config.Test.Unit && step.Count < config.Test.Count)
        {
            map.Error(
                Step.Name, "invalid_value", $"tests of {config.Test.Count} that begin every {step.Count} would overlap, but each day is traded only once.",
                "Set 'test' and 'step' to the same length, or remove 'step'.");
        }

        if (config.Gap.Unit == WindowUnit.Trades)
        {
            map.Error(
                Gap.Name, "invalid_value", "a gap is counted in days or bars, because there are no trades in it.",
                "Write, for example, gap: {days: 5}.");
        }
    }

    private static void CheckRegimes(MapReader map, WalkForwardConfig config)
    {
        if (config.Mode == WalkForwardMode.ByRegime)
        {
            if (config.Classifier is null)
                map.Missing(Classifier.Name, map.Position, "Name the classifier whose regimes are searched, for example, classifier: hmm.");
            return;
        }

        foreach (string key in (ReadOnlySpan<string>)[Classifier.Name, MinimumTrades.Name])
        {
            if (map.Has(key))
                map.Error(key, "contradicting_key", $"'{key}' is for a search in each regime.", $"Write mode: by_regime, or remove '{key}'.");
        }
    }

    private static CrossValidationConfig Build(MapReader map, bool isCombinatorial)
    {
        int folds = map.Get(Folds);
        int tested = isCombinatorial ? map.Get(TestFolds) : 1;
        if (tested >= folds)
        {
            map.Error(
                TestFolds.Name, "invalid_value", $"{tested} of {folds} folds are tested, which leaves none to choose by.", $"Write at most test_folds: {folds - 1}.");
        }

        return new CrossValidationConfig
        {
            IsCombinatorial = isCombinatorial,
            Folds = folds,
            TestFolds = tested,
            Purge = map.Get(Purge),
            Embargo = map.Get(Embargo),
            Position = map.Position,
        };
    }
}
