namespace Backtest.Engine;

/// <summary>
/// Cross-validation: the days are cut into folds, and in each split some folds are used for testing and the others for choosing. With one fold tested
/// at a time it is k-fold, with several it is combinatorial purged cross-validation (López de Prado, 2018).
/// </summary>
public sealed record CrossValidationConfig : ValidationConfig
{
    /// <summary>The word for one fold tested at a time.</summary>
    public const string KFold = "k_fold";

    /// <summary>The word for several folds tested at a time.</summary>
    public const string Combinatorial = "combinatorial";

    /// <inheritdoc/>
    public override string Type => IsCombinatorial ? Combinatorial : KFold;

    /// <summary>Whether several folds are tested at a time.</summary>
    public required bool IsCombinatorial { get; init; }

    /// <summary>The number of folds; at least 2.</summary>
    public required int Folds { get; init; }

    /// <summary>The number of folds tested at a time; at least 1 and less than <see cref="Folds"/>.</summary>
    public int TestFolds { get; init; } = 1;

    /// <summary>The trading days before each test that are not used for choosing, or null for the longest trade of all trials.</summary>
    public int? Purge { get; init; }

    /// <summary>The trading days after each test that are not used for choosing, or null for the longest warm-up of all trials.</summary>
    public int? Embargo { get; init; }
}
