namespace Backtest.Engine;

/// <summary>Refuses configurations that describe no tree, wherever they come from.</summary>
public static class ConfigCheck
{
    private const string Total = "total";

    /// <summary>Throws with everything that is wrong.</summary>
    /// <exception cref="InputException">Something is.</exception>
    public static void Throw(WorkflowConfig config)
    {
        var errors = new List<InputError>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        PortfolioConfig[] portfolios = [.. config.Classifiers.SelectMany(classifier => classifier.Portfolios), .. config.Portfolios];
        if (portfolios.Length == 0)
            Add("no_portfolio", "portfolios", default, "a run needs at least one portfolio", "Add one under portfolios or under a classifier.");
        foreach (ClassifierConfig classifier in config.Classifiers)
        {
            if (!names.Add(classifier.Name))
                Add("duplicate_name", $"classifiers.{classifier.Name}", classifier.Position, $"two classifiers are named '{classifier.Name}'", "Rename one.");
        }

        names.Clear();
        foreach (PortfolioConfig portfolio in portfolios)
            Check(portfolio);
        if (errors.Count > 0)
            throw new InputException(errors);

        void Check(PortfolioConfig portfolio)
        {
            string key = $"portfolios.{portfolio.Name}";
            if (!names.Add(portfolio.Name))
                Add("duplicate_name", key, portfolio.Position, $"two portfolios are named '{portfolio.Name}'", "Rename one.");
            if (portfolio.Name == Total)
                Add("reserved_name", key, portfolio.Position, "'total' is the name of the sum over all portfolios", "Rename the portfolio.");
            if (portfolio.Capital <= 0)
                Add("invalid_value", $"{key}.capital", portfolio.Position, $"capital is {portfolio.Capital}; it must be above 0", null);
            if (portfolio.Leverage <= 0)
                Add("invalid_value", $"{key}.leverage", portfolio.Position, $"leverage is {portfolio.Leverage}; it must be above 0", null);
            if (portfolio.Strategies.Count == 0)
                Add("no_strategy", $"{key}.strategies", portfolio.Position, "a portfolio needs at least one strategy", null);
            foreach (IGrouping<string, StrategyConfig> group in portfolio.Strategies.GroupBy(strategy => strategy.Name))
            {
                if (group.Skip(1).FirstOrDefault() is { } second)
                    Add("duplicate_name", $"{key}.strategies", second.Position, $"two strategies of the portfolio are named '{second.Name}'", "Give one a name of its own.");
            }
        }

        void Add(string code, string key, SourcePosition position, string message, string? fix) => errors.Add(new InputError(code, message)
        {
            Key = key,
            Position = position.File is null ? position with { File = config.File } : position,
            Fix = fix,
        });
    }
}
