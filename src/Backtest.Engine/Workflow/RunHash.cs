namespace Backtest.Engine;

/// <summary>Combines the hashes of a run's tables, container by container, in declaration order.</summary>
internal static class RunHash
{
    /// <summary>The hash of the run, and that of each container by its path; <see langword="null"/> and empty if nothing was hashed.</summary>
    public static (string? Run, Dictionary<string, string> Containers) Of(BacktestContainer run)
    {
        var total = new EventHash();
        var containers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ClassifierContainer classifier in run.Classifiers)
        {
            Add(classifier.Path, classifier.Recorder.Hashes);
            foreach (RiskPortfolioContainer portfolio in classifier.Portfolios)
                Add(portfolio.Path, portfolio.Recorder.Hashes);
        }

        foreach (RiskPortfolioContainer portfolio in run.Portfolios)
            Add(portfolio.Path, portfolio.Recorder.Hashes);
        return (containers.Count == 0 ? null : total.ToString(), containers);

        void Add(string path, IReadOnlyList<EventHash>? tables)
        {
            if (tables is null)
                return;
            var container = new EventHash();
            foreach (EventHash table in tables)
                container.Add(table);
            containers[path] = container.ToString();
            total.Add(path);
            total.Add(container);
        }
    }
}
